import { type CodebookPlan, showEntry, useCodebook } from '../../state/codebook.ts';
import { Button } from '../../ui/button.tsx';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import styles from './codebook-page.module.css';
import { entriesIn, isList, SECTIONS } from './sections.ts';
import { useContent } from './use-draft.ts';

/** As many changes as are listed beside the editor; the dialog that publishes lists all. */
const SHOWN = 8;

/** What the draft changes, in words, and what is wrong with it. */
export function DraftChanges() {
  const draft = useCodebook((state) => state.draft);
  const plan = useCodebook((state) => state.plan);
  const error = useCodebook((state) => state.planError);
  if (draft === undefined) return null;
  const changes = plan?.changes ?? [];
  const problems = plan?.problems ?? [];
  return (
    <section aria-label={t('codebook.draftChanges')} className={styles['draft']}>
      <h2 className={styles['sideTitle']}>{t('codebook.draftAgainst', { version: draft.base })}</h2>
      {error === undefined ? null : <p className={styles['flaw']}>{said(error.message)}</p>}
      <ul className={styles['changes']}>
        {changes.slice(0, SHOWN).map(({ words }) => (
          <li key={words} dir="auto">
            {said(words)}
          </li>
        ))}
      </ul>
      {changes.length > SHOWN ? (
        <p className={styles['more']}>
          {t('codebook.moreChanges', { count: changes.length - SHOWN })}
        </p>
      ) : null}
      {problems.length === 0 ? null : (
        <>
          <p role="status" className={styles['flaw']}>
            {t('codebook.problemsBefore', { count: problems.length })}
          </p>
          <ul className={styles['changes']}>
            {problems.slice(0, SHOWN).map((problem) => (
              <li key={`${problem.path.join(' ')} ${problem.message}`}>
                <ProblemLink problem={problem} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** A problem that is not always where one is: a press goes there. */
function ProblemLink({ problem }: { readonly problem: CodebookPlan['problems'][number] }) {
  const content = useContent();
  const [list, index] = problem.path;
  const section = SECTIONS.find(({ id }) => id === list)?.id;
  const entry =
    section !== undefined && isList(section) && typeof index === 'number'
      ? entriesIn(content, section)[index]
      : undefined;
  if (section === undefined || !isList(section) || entry === undefined)
    return said(problem.message);
  return (
    <Button look="link" onClick={() => showEntry(section, entry.id)}>
      {t('codebook.problemAt', { place: entry.name, problem: said(problem.message) })}
    </Button>
  );
}
