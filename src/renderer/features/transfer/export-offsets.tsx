import { chooseWriting, type ExportAsked } from '../../state/export.ts';
import { Select } from '../../ui/select.tsx';
import { t } from '../../words/words.ts';
import styles from './export-dialog.module.css';
import { OFFSET_UNITS } from './export-words.ts';

/** What the offsets of the files count. */
export function ExportOffsets({ asked }: { readonly asked: ExportAsked }) {
  const { options } = asked;
  const why = OFFSET_UNITS.find((unit) => unit.value === options.offsetUnit)?.why;
  return (
    <div>
      <h3 className={styles['title']}>{t('transfer.offsets')}</h3>
      <Select
        label={t('transfer.offsets')}
        value={options.offsetUnit}
        options={OFFSET_UNITS.map(({ value, name }) => ({ value, name: t(name) }))}
        onChange={(offsetUnit) => chooseWriting({ options: { ...options, offsetUnit } })}
      />
      <p className={styles['why']}>{why === undefined ? null : t(why)}</p>
    </div>
  );
}
