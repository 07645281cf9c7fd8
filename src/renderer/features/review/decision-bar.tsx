import { runCommand } from '../../state/commands.ts';
import { useReview } from '../../state/review.ts';
import { Button } from '../../ui/button.tsx';
import { said } from '../../words/said.ts';
import { t } from '../../words/words.ts';
import { acceptReading } from './actions.ts';
import styles from './review-page.module.css';

const SHORTCUT_LETTERS = new Set(['A', 'B', 'C']);

const OTHERS = [
  ['review.edit', 'review.edit'],
  ['review.merge', 'review.merge'],
  ['review.keepBoth', 'review.keepBoth'],
  ['review.reject', 'review.reject'],
  ['review.nothing', 'review.nothing'],
  ['review.defer', 'review.defer'],
] as const;

/** What can be decided on the open item, each with its key. */
export function DecisionBar() {
  const candidates = useReview((state) => state.item?.candidates) ?? [];
  const chosen = useReview((state) => state.chosen);
  const why = useReview((state) => state.compared?.mayNotDecide ?? '');
  const editing = useReview((state) => state.editing !== undefined);
  const off = why !== '' || editing;
  return (
    <div role="toolbar" aria-label={t('review.actions')} className={styles['decisions']}>
      {candidates.map(({ key }) => (
        <Button
          key={key}
          look={key === chosen ? 'primary' : 'outline'}
          command={SHORTCUT_LETTERS.has(key) ? `review.accept${key}` : undefined}
          disabled={off}
          aria-label={t('review.accept', { letter: key })}
          onClick={() => acceptReading(key)}
        >
          {key === chosen ? t('review.accept', { letter: key }) : key}
        </Button>
      ))}
      {OTHERS.map(([command, name]) => (
        <Button
          key={command}
          command={command}
          disabled={off || (command === 'review.keepBoth' && candidates.length < 2)}
          onClick={() => runCommand(command)}
        >
          {t(name)}
        </Button>
      ))}
      {why === '' ? null : (
        <span className={styles['why']} title={said(why)}>
          {t('review.mayNotDecide')}
        </span>
      )}
    </div>
  );
}
