import { Check, Flag, type LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { inBackground } from '../../state/background.ts';
import {
  editField,
  editOf,
  type ImportField,
  type ImportItem,
  leaveOut,
  useImport,
} from '../../state/import-batch.ts';
import { readAs } from '../../state/importing.ts';
import { Button } from '../../ui/button.tsx';
import { dayFromWords, dayWords } from '../../ui/date-words.ts';
import { Fact, Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { languageName } from '../../ui/source-names.ts';
import { TextArea, TextInput } from '../../ui/text-input.tsx';
import { numberWords } from '../../words/amounts.ts';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import { charsetOptions } from './charsets.ts';
import { ImportColumns } from './import-columns.tsx';
import styles from './import-side.module.css';
import { charsetHint, recognisedFrom } from './item-words.ts';

/** What was recognised in the chosen file, and what asks for a look. */
export function ImportSide() {
  const item = useImport((state) => state.items.find((one) => one.key === state.selected));
  return (
    <aside className={styles['side']} aria-label={t('transfer.recognised')}>
      {item?.state === 'ready' ? <Recognised key={item.key} item={item} /> : null}
      {item === undefined ? null : <ImportColumns item={item} />}
    </aside>
  );
}

function Recognised({ item }: { readonly item: ImportItem }) {
  const leftOut = useImport((state) => editOf(state, item.key).leftOut);
  return (
    <>
      <h2 className={styles['heading']}>{t('transfer.recognised')}</h2>
      <div className={styles['fields']}>
        <TextFieldOf item={item} field="title" label={t('transfer.title')} lines />
        <TextFieldOf item={item} field="outlet" label={t('transfer.outlet')} />
        <TextFieldOf item={item} field="byline" label={t('transfer.byline')} />
        <TextFieldOf item={item} field="date" label={t('transfer.date')} />
        <dl>
          <Fact label={t('transfer.language')}>{languageName(item.language)}</Fact>
        </dl>
        <CharsetField item={item} />
      </div>
      {item.warnings.length === 0 ? null : (
        <Remarks title={t('transfer.checkBefore')} icon={Flag} remarks={item.warnings} />
      )}
      {item.notes.length === 0 ? null : (
        <Remarks title={t('transfer.doneAlready')} icon={Check} remarks={item.notes} />
      )}
      <h2 className={styles['heading']}>{t('transfer.keptVerbatim')}</h2>
      <p className={styles['kept']}>{t('transfer.keptCharacters', { count: item.characters })}</p>
      <Button className={styles['leave']} onClick={() => leaveOut(item.key, !leftOut)}>
        {leftOut ? t('transfer.takeIn') : t('transfer.leaveOut')}
      </Button>
    </>
  );
}

interface TextFieldProps {
  readonly item: ImportItem;
  readonly field: ImportField;
  readonly label: string;
  readonly lines?: boolean;
}

function TextFieldOf({ item, field, label, lines = false }: TextFieldProps) {
  const edited = useImport((state) => editOf(state, item.key).fields[field]);
  const isDay = field === 'date';
  const kept = edited ?? item[field];
  const value = isDay ? dayWords(kept) : kept;
  // Once corrected, it no longer comes from the page.
  const hint = edited === undefined && !lines ? recognisedFrom(item, field) : undefined;
  const Input = lines ? TextArea : TextInput;
  return (
    <Field label={label} hint={hint}>
      {(id, hintId) => (
        <Input
          id={id}
          aria-describedby={hintId}
          dir="auto"
          words={lines}
          placeholder={t('transfer.notFound')}
          value={value}
          onChange={(event: { target: { value: string } }) =>
            editField(
              item.key,
              field,
              isDay ? dayFromWords(event.target.value) : event.target.value,
            )
          }
        />
      )}
    </Field>
  );
}

function CharsetField({ item }: { readonly item: ImportItem }) {
  if (item.charset === '') return null;
  return (
    <div className={styles['charset']}>
      <span className={styles['name']} aria-hidden>
        {t('transfer.charset')}
      </span>
      <Select
        label={t('transfer.charset')}
        value={item.charset}
        options={charsetOptions(item.charset)}
        hint={charsetHint(item)}
        onChange={(charset) => inBackground(readAs(item.key, charset))}
      />
    </div>
  );
}

function Remarks(props: {
  readonly title: string;
  readonly icon: LucideIcon;
  readonly remarks: readonly string[];
}) {
  const { title, icon: Icon, remarks } = props;
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles['heading']}>
        {title} <span className={styles['count']}>{numberWords(remarks.length)}</span>
      </h2>
      <ul className={styles['remarks']}>
        {[...new Set(remarks)].map((remark) => (
          <li key={remark} className={styles['remark']}>
            <Icon size={14} strokeWidth={1.6} aria-hidden />
            <span>{said(remark)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
