import { useEffect, useState } from 'react';
import { inBackground } from '../../state/background.ts';
import type { ImportItem } from '../../state/import-batch.ts';
import { type OffsetUnit, readIn, type UnitSample, unitsOf } from '../../state/import-names.ts';
import { Choices } from '../../ui/choices.tsx';
import { listWords } from '../../words/amounts.ts';
import { t } from '../../words/words.ts';
import { OFFSET_UNITS } from './export-words.ts';
import styles from './import-names.module.css';

/** The first marks as one unit has them, which is how a person tells the right one. */
function sampleWords(sample: UnitSample | undefined): string {
  if (sample === undefined) return '';
  const quotes = listWords(sample.quotes.map((words) => t('transfer.quoted', { words })));
  if (sample.refused === 0) return quotes;
  const outside = t('transfer.unitOutside', { count: sample.refused });
  return quotes === '' ? outside : t('transfer.unitSample', { quotes, outside });
}

interface ImportUnitProps {
  readonly item: ImportItem;
  readonly unit: OffsetUnit;
}

/** Asks what the offsets of a file count that does not say it. */
export function ImportUnit({ item: { key }, unit }: ImportUnitProps) {
  const [samples, setSamples] = useState<readonly UnitSample[]>([]);
  useEffect(() => {
    let isStale = false;
    async function load(): Promise<void> {
      const found = await unitsOf(key);
      if (!isStale) setSamples(found);
    }
    inBackground(load());
    return () => {
      isStale = true;
    };
  }, [key]);
  return (
    <div className={styles['unit']}>
      <Choices<OffsetUnit>
        title={t('transfer.unitTitle')}
        value={unit}
        options={OFFSET_UNITS.map(({ value, name }) => ({
          value,
          name: t(name),
          words: sampleWords(samples.find((one) => one.unit === value)),
        }))}
        onChange={(next) => inBackground(readIn(key, next))}
      />
      <p className={styles['why']}>{t('transfer.unitWhy')}</p>
    </div>
  );
}
