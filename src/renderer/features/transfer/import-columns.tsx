import { inBackground } from '../../state/background.ts';
import type { ImportItem } from '../../state/import-batch.ts';
import { readColumns } from '../../state/importing.ts';
import { Select, type SelectOption } from '../../ui/select.tsx';
import { t } from '../../words/words.ts';
import styles from './import-side.module.css';

type Column = ImportItem['columns'][number];

function roles(): readonly SelectOption<Column['as']>[] {
  return [
    { value: 'text', name: t('transfer.columnText') },
    { value: 'title', name: t('transfer.title') },
    { value: 'outlet', name: t('transfer.outlet') },
    { value: 'byline', name: t('transfer.byline') },
    { value: 'date', name: t('transfer.date') },
    { value: 'url', name: t('transfer.columnUrl') },
    { value: 'language', name: t('transfer.language') },
    { value: 'id', name: t('transfer.columnId') },
    { value: 'none', name: t('transfer.columnNone') },
  ];
}

/** The columns with another one changed; what it is now, no other column is. */
function changed(columns: readonly Column[], name: string, as: Column['as']): readonly Column[] {
  return columns.map((one) => {
    if (one.name === name) return { ...one, as };
    return as !== 'none' && one.as === as ? { ...one, as: 'none' } : one;
  });
}

/** What each column of a table is of an article; a change reads the file again. */
export function ImportColumns({ item }: { readonly item: ImportItem }) {
  if (item.columns.length === 0) return null;
  return (
    <>
      <h2 className={styles['heading']}>{t('transfer.columns')}</h2>
      <div className={styles['fields']}>
        {item.columns.map(({ name, as, sample }) => (
          <div key={name} className={styles['charset']} title={sample}>
            <span className={styles['name']} aria-hidden>
              <bdi>{name}</bdi>
            </span>
            <Select
              label={t('transfer.columnIs', { name })}
              value={as}
              options={roles()}
              onChange={(next) =>
                inBackground(readColumns(item.key, changed(item.columns, name, next)))
              }
            />
          </div>
        ))}
      </div>
    </>
  );
}
