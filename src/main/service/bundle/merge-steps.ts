import { z } from 'zod';
import { err, ok, type Result } from '../../../core/result.ts';
import type { Store } from '../../store/store.ts';

/** The name, in `bundles`, of the list of what was taken in. */
export const STEPS_FILE = 'steps.json';

/** Steps that can be taken back; older ones are forgotten. */
const MOST_STEPS = 50;

const receivedSchema = z.strictObject({
  replica: z.string(),
  channel: z.string(),
  /** The log's last op before, and after. */
  before: z.int().nonnegative(),
  to: z.int().positive(),
});

const stepSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{16}-\d+$/u),
  /** ISO-8601 UTC. */
  at: z.string(),
  /** Name of the analyst whose bundle it was. */
  from: z.string(),
  received: z.array(receivedSchema),
  /** Articles that it brought. */
  articles: z.array(z.string()),
});

const stepsSchema = z.strictObject({
  format: z.literal('verbale-steps'),
  version: z.literal(1),
  steps: z.array(stepSchema),
});

/** A bundle that was taken in, with whatever had waited for it: one step, to be taken back as one. */
export type MergeStep = z.infer<typeof stepSchema>;

/** The file that keeps what was taken back. */
export function asideFile({ id }: Pick<MergeStep, 'id'>): string {
  return `${id}.aside`;
}

/** What was taken in, in that order. The error is in words. */
export async function readSteps(store: Store): Promise<Result<readonly MergeStep[], string>> {
  if (!(await store.bundles.list()).includes(STEPS_FILE)) return ok([]);
  const bytes = await store.bundles.read(STEPS_FILE);
  if (!bytes.ok) return err(bytes.error.message);
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes.value).toString('utf8'));
  } catch {
    return err(`bundles/${STEPS_FILE} cannot be read.`);
  }
  const parsed = stepsSchema.safeParse(value);
  return parsed.success ? ok(parsed.data.steps) : err(`bundles/${STEPS_FILE} cannot be read.`);
}

/** Notes what was taken in. The error is in words. */
export async function writeSteps(
  store: Store,
  steps: readonly MergeStep[],
): Promise<Result<void, string>> {
  const content = { format: 'verbale-steps', version: 1, steps: steps.slice(-MOST_STEPS) };
  const bytes = Buffer.from(`${JSON.stringify(content, null, 1)}\n`);
  const kept = await store.bundles.keep(STEPS_FILE, bytes);
  return kept.ok ? ok(undefined) : err(kept.error.message);
}

/** How far each log has come, and which articles there are. */
export interface Positions {
  readonly streams: ReadonlyMap<string, number>;
  readonly articles: ReadonlySet<string>;
}

/** The positions of now. */
export function positionsOf(store: Store): Positions {
  const streams = store
    .streams()
    .map(({ replica, channel, s }) => [`${replica}/${channel}`, s] as const);
  return {
    streams: new Map(streams),
    articles: new Set(store.projectRecords('article').keys()),
  };
}

/** What has come since; `undefined` where nothing has. Nothing else may have been committed. */
export function receivedSince(
  store: Store,
  { streams, articles }: Positions,
): Pick<MergeStep, 'received' | 'articles'> | undefined {
  const received = store.streams().flatMap(({ replica, channel, s }) => {
    const before = streams.get(`${replica}/${channel}`) ?? 0;
    return s > before && replica !== store.replica ? [{ replica, channel, before, to: s }] : [];
  });
  if (received.length === 0) return undefined;
  const came = [...store.projectRecords('article').keys()].filter((id) => !articles.has(id));
  return { received, articles: came };
}

/** Notes a step, if anything came. */
export async function noteStep(
  store: Store,
  before: Positions,
  about: Pick<MergeStep, 'at' | 'from'> & { readonly sum: string },
): Promise<Result<void, string>> {
  const came = receivedSince(store, before);
  if (came === undefined) return ok(undefined);
  const steps = await readSteps(store);
  if (!steps.ok) return steps;
  const { at, from, sum } = about;
  const last = Number(steps.value.at(-1)?.id.split('-')[1] ?? '0');
  const id = `${sum.slice(0, 16)}-${String(last + 1)}`;
  return writeSteps(store, [...steps.value, { id, at, from, ...came }]);
}
