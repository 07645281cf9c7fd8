import { type CodebookPlan, showEntry, useCodebook } from '../../state/codebook.ts';
import { Button } from '../../ui/button.tsx';
import styles from './codebook-page.module.css';
import { entriesIn, isList, SECTIONS } from './sections.ts';
import { useContent } from './use-draft.ts';
import { countWords } from './words.ts';

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
    <section aria-label="Changes of the draft" className={styles['draft']}>
      <h2 className={styles['sideTitle']}>{`Draft against version ${String(draft.base)}`}</h2>
      {error === undefined ? null : <p className={styles['flaw']}>{error.message}</p>}
      <ul className={styles['changes']}>
        {changes.slice(0, SHOWN).map(({ words }) => (
          <li key={words} dir="auto">
            {words}
          </li>
        ))}
      </ul>
      {changes.length > SHOWN ? (
        <p
          className={styles['more']}
        >{`and ${countWords(changes.length - SHOWN, 'more change')}`}</p>
      ) : null}
      {problems.length === 0 ? null : (
        <>
          <p role="status" className={styles['flaw']}>
            {`${countWords(problems.length, 'problem')} to mend before it can be published.`}
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
  if (section === undefined || !isList(section) || entry === undefined) return problem.message;
  return (
    <Button look="link" onClick={() => showEntry(section, entry.id)}>
      {`${entry.name}: ${problem.message}`}
    </Button>
  );
}
