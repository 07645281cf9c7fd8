import { useEffect } from 'react';
import { inBackground } from '../../state/background.ts';
import {
  chooseExport,
  type ExportChoice,
  type ExportFormat,
  loadFormats,
  useExport,
} from '../../state/export.ts';
import { Choices } from '../../ui/choices.tsx';
import { Select } from '../../ui/select.tsx';
import { t } from '../../words/words.ts';
import styles from './export-format.module.css';
import { FIRST_FORMATS } from './export-words.ts';

const OTHER = 'other';

/** Which format: one of the first two, or one of those of other tools. */
export function ExportFormatChoice({ choice }: { readonly choice: ExportChoice }) {
  const formats = useExport((state) => state.formats);
  useEffect(() => inBackground(loadFormats()), []);
  const others = formats.filter(({ id }) => FIRST_FORMATS.every(({ value }) => value !== id));
  const isFirst = FIRST_FORMATS.some(({ value }) => value === choice.format);
  const choose = (id: string): void =>
    chooseFormat(id === OTHER ? (others[0]?.id ?? '') : id, formats);
  return (
    <div>
      <Choices
        title={t('transfer.format')}
        value={isFirst ? choice.format : OTHER}
        options={[
          ...FIRST_FORMATS.map(({ value, name, words }) => ({
            value,
            name: t(name),
            words: t(words),
          })),
          ...(others.length === 0
            ? []
            : [
                {
                  value: OTHER,
                  name: t('transfer.otherFormat'),
                  words: t('transfer.otherFormats', { count: others.length }),
                },
              ]),
        ]}
        onChange={choose}
      />
      {isFirst ? null : (
        <Select
          label={t('transfer.otherFormat')}
          className={styles['other']}
          value={choice.format}
          options={others.map(({ id, label }) => ({ value: id, name: label }))}
          onChange={choose}
        />
      )}
    </div>
  );
}

/** A format brings the unit that its readers expect. */
function chooseFormat(id: string, formats: readonly ExportFormat[]): void {
  const format = formats.find((one) => one.id === id);
  chooseExport({ format: id, ...(format === undefined ? {} : { offsetUnit: format.offsetUnit }) });
}
