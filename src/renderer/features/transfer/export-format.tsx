import { useEffect } from 'react';
import { inBackground } from '../../state/background.ts';
import {
  chooseWriting,
  type ExportAsked,
  type ExportFormat,
  loadFormats,
  useExport,
} from '../../state/export.ts';
import { Choices } from '../../ui/choices.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import { t } from '../../words/words.ts';
import styles from './export-format.module.css';
import { FIRST_FORMATS } from './export-words.ts';

const OTHER = 'other';

/** Which format: one of the first two, or one of those of other tools. */
export function ExportFormatChoice({ asked }: { readonly asked: ExportAsked }) {
  const formats = useExport((state) => state.formats);
  useEffect(() => inBackground(loadFormats()), []);
  const others = formats.filter(({ id }) => FIRST_FORMATS.every(({ value }) => value !== id));
  const isFirst = FIRST_FORMATS.some(({ value }) => value === asked.format);
  const hasScheme = formats.find(({ id }) => id === asked.format)?.hasScheme === true;
  const choose = (id: string): void =>
    chooseFormat(id === OTHER ? (others[0]?.id ?? '') : id, formats);
  return (
    <div>
      <Choices
        title={t('transfer.format')}
        value={isFirst ? asked.format : OTHER}
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
          value={asked.format}
          options={others.map(({ id, label }) => ({ value: id, name: label }))}
          onChange={choose}
        />
      )}
      {hasScheme ? <Scheme options={asked.options} /> : null}
    </div>
  );
}

/** The schemes of formats that tag tokens. */
const SCHEMES = ['IOB2', 'BIOES'] as const;

function Scheme({ options }: Pick<ExportAsked, 'options'>) {
  return (
    <Segmented
      label={t('transfer.scheme')}
      value={options.scheme ?? 'IOB2'}
      options={SCHEMES.map((value) => ({ value, name: value }))}
      onChange={(scheme) => chooseWriting({ options: { ...options, scheme } })}
    />
  );
}

/** A format brings the unit that its readers expect. */
function chooseFormat(id: string, formats: readonly ExportFormat[]): void {
  const format = formats.find((one) => one.id === id);
  chooseWriting({
    format: id,
    ...(format === undefined ? {} : { options: { offsetUnit: format.offsetUnit } }),
  });
}
