import { t } from '../words/words.ts';
import { inBackground } from './background.ts';
import { adoptCommit } from './desk.ts';
import { call } from './host.ts';
import { announce } from './project.ts';
import {
  goOn,
  type Pending,
  type Reading,
  type ReadingValue,
  type Reason,
  type Result,
  type ReviewItem,
  type ReviewRow,
  useReview,
} from './review.ts';

/** What a reading says, without who gave it. */
export function valueOf({ key: _key, readers: _readers, ...value }: Reading): ReadingValue {
  return value;
}

function isUnanimous({ row, candidates }: ReviewItem): boolean {
  return candidates.length === 1 && row.found === row.readers;
}

/** Decides the open item; where a reason is missing, it is asked for first. */
export function decide(result: Result, value: readonly ReadingValue[]): void {
  const { item, reason } = useReview.getState();
  if (item === undefined) return;
  const isPlain = result === 'defer' || (result === 'accept' && isUnanimous(item));
  if (!isPlain && reason === undefined) {
    useReview.setState({ pending: { result, value } });
    announce(() => t('review.chooseReason'));
    return;
  }
  inBackground(sendDecision({ result, value }));
}

/** Gives the reason, and decides what waited for it. */
export function giveReason(reason: Reason): void {
  const { pending } = useReview.getState();
  useReview.setState({ reason });
  if (pending !== undefined) inBackground(sendDecision(pending));
}

/** The item that comes after the open one, for the way on. */
function rowAfter(): ReviewRow | undefined {
  const { queue, item } = useReview.getState();
  const rows = (queue?.rows ?? []).filter(
    ({ state, id }) => state !== 'settled' || id === item?.row.id,
  );
  const at = rows.findIndex(({ id }) => id === item?.row.id);
  return rows[at + 1] ?? rows[at - 1];
}

async function sendDecision({ result, value }: Pending): Promise<void> {
  const { item, reason, note, dissent, alike, rule } = useReview.getState();
  if (item === undefined) return;
  const next = rowAfter();
  const reply = await call('review.decide', {
    articleId: item.row.articleId,
    item: item.row.id,
    result,
    value: value.map((one) => ({ ...one })),
    ...(reason === undefined ? {} : { reason }),
    note,
    dissent,
    rule,
    alike,
  });
  if (!reply.ok) {
    announce(reply.error.message, 'problem');
    return;
  }
  const { decided, history } = reply.value;
  useReview.setState({ pending: undefined });
  await goOn(history, next?.id);
  announce(() => t('review.decided', { count: decided }));
}

/** Accepts all open items of the queue on which everybody says the same. */
export async function acceptUnanimous(): Promise<void> {
  const reply = await call('review.acceptUnanimous', { filter: useReview.getState().filter });
  if (!reply.ok) {
    announce(reply.error.message, 'problem');
    return;
  }
  const { decided, history } = reply.value;
  await adoptCommit([], history);
  announce(() => t('review.decided', { count: decided }));
}
