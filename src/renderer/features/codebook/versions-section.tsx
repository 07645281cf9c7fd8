import { useMemo, useState } from 'react';
import { diffCodebooks } from '../../../core/codebook/diff-codebooks.ts';
import type { CodebookVersion } from '../../../core/model/codebook.ts';
import { replaceDraft, useCodebook } from '../../state/codebook.ts';
import { announce, useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { dayWords } from '../../ui/date-words.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Select } from '../../ui/select.tsx';
import { numberWords } from '../../words/amounts.ts';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import styles from './codebook-page.module.css';
import { useReadOnly } from './use-draft.ts';

/** The versions that were published, and how any two of them differ. */
export function VersionsSection() {
  const versions = useCodebook((state) => state.versions);
  const error = useCodebook((state) => state.error);
  return (
    <>
      <header className={styles['entryHead']}>
        <h2 className={styles['entryTitle']}>{t('codebook.versions')}</h2>
      </header>
      {error === undefined ? null : (
        <ErrorState title={t('publishing.versionsFailed')}>{said(error.message)}</ErrorState>
      )}
      {versions === undefined || versions.length === 0 ? (
        <p className={styles['none']}>{t('publishing.nonePublished')}</p>
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
    project?.analysts.find((one) => one.id === id)?.name ??
    (id === '' ? t('publishing.notKnown') : id);
  return (
    <table className={styles['table']} aria-label={t('codebook.versions')}>
      <thead>
        <tr>
          <th scope="col">{t('publishing.version')}</th>
          <th scope="col">{t('publishing.date')}</th>
          <th scope="col">{t('publishing.by')}</th>
          <th scope="col">{t('publishing.summary')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {versions.toReversed().map(({ number, at, by, summary, content }) => (
          <tr key={number}>
            <th scope="row">
              {number === project?.codebook.version
                ? t('publishing.versionInUse', { version: number })
                : numberWords(number)}
            </th>
            <td>{at === '' ? t('publishing.atBeginning') : dayWords(at)}</td>
            <td dir="auto">{nameOf(by)}</td>
            <td dir="auto">{summary}</td>
            <td>
              {number === project?.codebook.version || readOnly ? null : (
                <Button
                  aria-label={t('publishing.putVersion', { version: number })}
                  onClick={() => {
                    replaceDraft(content);
                    announce(() => t('publishing.versionIn', { version: number }));
                  }}
                >
                  {t('publishing.intoDraft')}
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
    name: t('publishing.versionName', { version: number }),
  }));
  const changes = useMemo(() => {
    const [before, after] = [from, to].map((n) => versions.find(({ number }) => number === n));
    return before === undefined || after === undefined
      ? []
      : diffCodebooks(before.content, after.content);
  }, [versions, from, to]);
  return (
    <section aria-label={t('publishing.differences')} className={styles['compare']}>
      <h3 className={styles['sideTitle']}>{t('publishing.differences')}</h3>
      <div className={styles['pair']}>
        <Select
          label={t('codebook.from')}
          value={String(from)}
          options={options}
          onChange={(value) => setFrom(Number(value))}
        />
        <span>{t('publishing.between')}</span>
        <Select
          label={t('codebook.to')}
          value={String(to)}
          options={options}
          onChange={(value) => setTo(Number(value))}
        />
        <span className={styles['entryHint']}>
          {t('publishing.differenceCount', { count: changes.length })}
        </span>
      </div>
      <ul className={styles['changes']}>
        {changes.map(({ words }) => (
          <li key={words} dir="auto">
            {said(words)}
          </li>
        ))}
      </ul>
    </section>
  );
}
