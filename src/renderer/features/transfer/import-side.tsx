import { Check, Flag, type LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { inBackground } from '../../state/background.ts';
import {
  editField,
  editKeyOf,
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
import { ImportArticles } from './import-articles.tsx';
import { ImportColumns } from './import-columns.tsx';
import styles from './import-side.module.css';
import { charsetHint, recognisedFrom } from './item-words.ts';

/** What was recognised in the chosen file, and what asks for a look. */
export function ImportSide() {
  const item = useImport((state) => state.items.find((one) => one.key === state.selected));
  const isReady = item?.state === 'ready';
  return (
    <aside className={styles['side']} aria-label={t('transfer.recognised')}>
      {isReady && item.articles > 1 ? <ImportArticles key={item.key} item={item} /> : null}
      {isReady ? <Recognised key={`of ${item.key}`} item={item} /> : null}
      {item === undefined ? null : <ImportColumns item={item} />}
      {isReady ? <Leave item={item} /> : null}
    </aside>
  );
}

function Recognised({ item }: { readonly item: ImportItem }) {
  const article = useImport((state) => state.article);
  const several = useImport((state) => state.articles);
  const isOne = item.articles <= 1;
  // Of several, until they have come, there is nothing to be seen of one.
  const shown = isOne ? item : several[article];
  return (
    <>
      <h2 className={styles['heading']}>{t('transfer.recognised')}</h2>
      <div className={styles['fields']}>
        {shown === undefined ? null : (
          <OfArticle editKey={editKeyOf(item, article)} article={shown} />
        )}
        <CharsetField item={item} />
      </div>
      {item.warnings.length === 0 ? null : (
        <Remarks title={t('transfer.checkBefore')} icon={Flag} remarks={item.warnings} />
      )}
      {item.notes.length === 0 ? null : (
        <Remarks title={t('transfer.doneAlready')} icon={Check} remarks={item.notes} />
      )}
      <h2 className={styles['heading']}>{t('transfer.keptVerbatim')}</h2>
      <p className={styles['kept']}>
        {t('transfer.keptCharacters', { count: (shown ?? item).characters })}
      </p>
    </>
  );
}

function Leave({ item }: { readonly item: ImportItem }) {
  const leftOut = useImport((state) => editOf(state, item.key).leftOut);
  return (
    <Button className={styles['leave']} onClick={() => leaveOut(item.key, !leftOut)}>
      {leftOut ? t('transfer.takeIn') : t('transfer.leaveOut')}
    </Button>
  );
}

type Shown = Pick<ImportItem, ImportField | 'language' | 'recognised'>;

function OfArticle({ editKey, article }: { readonly editKey: string; readonly article: Shown }) {
  const of = { editKey, article };
  return (
    <>
      <TextFieldOf {...of} field="title" label={t('transfer.title')} lines />
      <TextFieldOf {...of} field="outlet" label={t('transfer.outlet')} />
      <TextFieldOf {...of} field="byline" label={t('transfer.byline')} />
      <TextFieldOf {...of} field="date" label={t('transfer.date')} />
      <dl>
        <Fact label={t('transfer.language')}>{languageName(article.language)}</Fact>
      </dl>
    </>
  );
}

interface TextFieldProps {
  readonly editKey: string;
  readonly article: Shown;
  readonly field: ImportField;
  readonly label: string;
  readonly lines?: boolean;
}

function TextFieldOf({ editKey, article, field, label, lines = false }: TextFieldProps) {
  const edited = useImport((state) => editOf(state, editKey).fields[field]);
  const isDay = field === 'date';
  const kept = edited ?? article[field];
  const value = isDay ? dayWords(kept) : kept;
  // Once corrected, it no longer comes from the page.
  const hint = edited === undefined && !lines ? recognisedFrom(article, field) : undefined;
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
            editField(editKey, field, isDay ? dayFromWords(event.target.value) : event.target.value)
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
            <span dir="auto">{said(remark)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
