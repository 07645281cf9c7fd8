import { useEffect, useId, useState } from 'react';
import { inBackground } from '../../state/background.ts';
import { type ImportItem, type NameWish, useImport } from '../../state/import-batch.ts';
import {
  chooseNames,
  type ForeignName,
  namesOf,
  openNames,
  wishKey,
} from '../../state/import-names.ts';
import { useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { numberWords } from '../../words/amounts.ts';
import type { PlainKey } from '../../words/catalogue.ts';
import { t } from '../../words/words.ts';
import styles from './import-names.module.css';
import { ImportUnit } from './import-unit.tsx';
import { type Entry, type NameKind, optionsFor, valueFor, wishFrom } from './name-options.ts';

const KINDS = [
  ['label', 'transfer.namesLabel'],
  ['document', 'transfer.namesDocument'],
  ['attribute', 'transfer.namesAttribute'],
  ['relation', 'transfer.namesRelation'],
] as const satisfies readonly (readonly [NameKind, PlainKey])[];

/** What a dataset's labels, attributes and relations are to become, and what its offsets count. */
export function ImportNames({ item }: { readonly item: ImportItem }) {
  const names = useNames(item);
  return (
    <div className={styles['panel']}>
      {item.offsetUnit === '' ? null : <ImportUnit item={item} unit={item.offsetUnit} />}
      <Missing item={item} />
      {KINDS.map(([kind, title]) => {
        const some = names.filter((name) => name.kind === kind);
        return some.length === 0 ? null : (
          <Names key={kind} kind={kind} title={t(title)} names={some} />
        );
      })}
    </div>
  );
}

function useNames(item: ImportItem): readonly ForeignName[] {
  const [names, setNames] = useState<readonly ForeignName[]>([]);
  useEffect(() => {
    let isStale = false;
    async function load(): Promise<void> {
      const found = await namesOf(item.key);
      if (!isStale) setNames(found);
    }
    inBackground(load());
    return () => {
      isStale = true;
    };
    // Read again in another unit, a file may have other names.
  }, [item]);
  return names;
}

/** Labels that the codebook lacks: made with one press, which is the consent, or one by one. */
function Missing({ item }: { readonly item: ImportItem }) {
  const choices = useImport((state) => state.choices);
  const open = openNames([item], choices);
  if (open.length === 0) return null;
  const make = (): void =>
    chooseNames(open.map((name): NameWish => ({ kind: 'label', name, choice: { do: 'create' } })));
  return (
    <div className={styles['missing']}>
      <p>{t('transfer.namesMissing', { count: open.length })}</p>
      <Button onClick={make}>{t('transfer.namesMake', { count: open.length })}</Button>
    </div>
  );
}

function entriesOf(
  kind: NameKind,
  project: ReturnType<typeof useProject.getState>,
): readonly Entry[] {
  const { codebook } = project.project ?? {};
  if (codebook === undefined) return [];
  if (kind === 'attribute') return codebook.attributes;
  if (kind === 'relation') return codebook.relationTypes;
  return codebook.labels.filter(({ document }) => (document === true) === (kind === 'document'));
}

interface NamesProps {
  readonly kind: NameKind;
  readonly title: string;
  readonly names: readonly ForeignName[];
}

function Names({ kind, title, names }: NamesProps) {
  const id = useId();
  const project = useProject();
  const entries = entriesOf(kind, project);
  return (
    <section aria-labelledby={id}>
      <table className={styles['table']}>
        <caption id={id} className={styles['caption']}>
          {title}
        </caption>
        <thead className={styles['head']}>
          <tr>
            <th scope="col">{t('transfer.nameInFile')}</th>
            <th scope="col" className={styles['count']}>
              {t('transfer.nameCount')}
            </th>
            <th scope="col">{t('transfer.nameExample')}</th>
            <th scope="col">{t('transfer.nameHere')}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <NameRow key={name.name} name={name} entries={entries} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface NameRowProps {
  readonly name: ForeignName;
  readonly entries: readonly Entry[];
}

function NameRow({ name, entries }: NameRowProps) {
  const wish = useImport((state) => state.choices.get(wishKey(name)));
  const value = valueFor(name, wish);
  const isSuggested = wish === undefined && name.match?.how === 'alike';
  return (
    <tr className={styles['row']} data-open={value === 'open'}>
      <th scope="row" className={styles['name']}>
        <bdi>{name.name}</bdi>
      </th>
      <td className={styles['count']}>{numberWords(name.count)}</td>
      <td className={styles['example']} title={name.example}>
        <bdi>{name.example}</bdi>
      </td>
      <td className={styles['choice']}>
        <Select
          label={t('transfer.nameBecomes', { name: name.name })}
          value={value}
          options={optionsFor(name, entries)}
          hint={isSuggested ? t('transfer.nameSuggested') : undefined}
          onChange={(next) => {
            const chosen = wishFrom(name, next);
            if (chosen !== undefined) chooseNames([chosen]);
          }}
        />
      </td>
    </tr>
  );
}
