import { useMemo, useState } from 'react';
import { diffCodebooks } from '../../../core/codebook/diff-codebooks.ts';
import type { CodebookVersion } from '../../../core/model/codebook.ts';
import { replaceDraft, useCodebook } from '../../state/codebook.ts';
import { announce, useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { dayWords } from '../../ui/date-words.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './codebook-page.module.css';
import { useReadOnly } from './use-draft.ts';
import { countWords } from './words.ts';

/** The versions that were published, and how any two of them differ. */
export function VersionsSection() {
  const versions = useCodebook((state) => state.versions);
  const error = useCodebook((state) => state.error);
  return (
    <>
      <header className={styles['entryHead']}>
        <h2 className={styles['entryTitle']}>Versions</h2>
      </header>
      {error === undefined ? null : (
        <ErrorState title="The versions could not be read.">{error.message}</ErrorState>
      )}
      {versions === undefined || versions.length === 0 ? (
        <p className={styles['none']}>
          Nothing was published yet: this project works with the codebook it began with.
        </p>
      ) : (
        <Versions versions={versions} />
      )}
    </>
  );
}

function Versions({ versions }: { readonly versions: readonly CodebookVersion[] }) {
  return (
    <div className={styles['wide']}>
      <VersionsTable versions={versions} />
      {versions.length < 2 ? null : <Comparison key={versions.length} versions={versions} />}
    </div>
  );
}

function VersionsTable({ versions }: { readonly versions: readonly CodebookVersion[] }) {
  const project = useProject((state) => state.project);
  const readOnly = useReadOnly();
  const nameOf = (id: string): string =>
    project?.analysts.find((one) => one.id === id)?.name ?? (id === '' ? 'not known' : id);
  return (
    <table className={styles['table']} aria-label="Versions">
      <thead>
        <tr>
          <th scope="col">Version</th>
          <th scope="col">Date</th>
          <th scope="col">By</th>
          <th scope="col">Summary</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {versions.toReversed().map(({ number, at, by, summary, content }) => (
          <tr key={number}>
            <th scope="row">
              {number === project?.codebook.version ? `${String(number)}, in use` : number}
            </th>
            <td>{at === '' ? 'at the beginning' : dayWords(at)}</td>
            <td dir="auto">{nameOf(by)}</td>
            <td dir="auto">{summary}</td>
            <td>
              {number === project?.codebook.version || readOnly ? null : (
                <Button
                  aria-label={`Put version ${String(number)} into the draft`}
                  onClick={() => {
                    replaceDraft(content);
                    announce(
                      `Version ${String(number)} is in the draft. Nothing is changed before you publish it.`,
                    );
                  }}
                >
                  Into the draft
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Comparison({ versions }: { readonly versions: readonly CodebookVersion[] }) {
  const last = versions.at(-1)?.number ?? 1;
  const [from, setFrom] = useState(versions.at(-2)?.number ?? last);
  const [to, setTo] = useState(last);
  const options = versions.map(({ number }) => ({
    value: String(number),
    name: `Version ${String(number)}`,
  }));
  const changes = useMemo(() => {
    const [before, after] = [from, to].map((n) => versions.find(({ number }) => number === n));
    return before === undefined || after === undefined
      ? []
      : diffCodebooks(before.content, after.content);
  }, [versions, from, to]);
  return (
    <section aria-label="Differences" className={styles['compare']}>
      <h3 className={styles['sideTitle']}>Differences</h3>
      <div className={styles['pair']}>
        <Select
          label="From"
          value={String(from)}
          options={options}
          onChange={(value) => setFrom(Number(value))}
        />
        <span>to</span>
        <Select
          label="To"
          value={String(to)}
          options={options}
          onChange={(value) => setTo(Number(value))}
        />
        <span className={styles['entryHint']}>{countWords(changes.length, 'difference')}</span>
      </div>
      <ul className={styles['changes']}>
        {changes.map(({ words }) => (
          <li key={words} dir="auto">
            {words}
          </li>
        ))}
      </ul>
    </section>
  );
}
