import { ok, type Result } from '../../core/result.ts';
import type { Surroundings } from './durable-json.ts';
import { refuse, type StoreError } from './errors.ts';
import { ARTICLES_FOLDER, LOG_FOLDER, PROJECT_CHANNEL, PROJECT_FILE } from './layout.ts';
import { openStreams } from './open-streams.ts';

const TEXT_FILE = /^(?<id>[^.].*)\.txt$/u;
/** How many are named. */
const NAMED = 5;

async function articlesThere({ disk, dir }: Surroundings): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const name of await disk.list(`${dir}/${ARTICLES_FOLDER}`)) {
    const id = TEXT_FILE.exec(name)?.groups?.['id'];
    if (id !== undefined) ids.add(id);
  }
  for (const id of await disk.list(`${dir}/layers`)) {
    if ((await disk.list(`${dir}/layers/${id}`)).length > 0) ids.add(id);
  }
  return ids;
}

/**
 * Where `project.json` is lost, only the log names the articles. If it names none of those whose files
 * are there, the project must not look as if it were empty: it is refused, and nothing is changed. If it
 * lacks some, that is reported.
 */
export async function checkArticlesNamed(
  around: Surroundings,
  replica: string,
): Promise<Result<void, StoreError>> {
  const looking = { ...around, readOnly: true, report: () => undefined };
  const { ops } = await openStreams(looking, replica, undefined);
  const named = new Set(
    ops.filter(({ c, k }) => c === PROJECT_CHANNEL && k === 'article').map(({ r }) => r),
  );
  const unnamed = [...(await articlesThere(around))].filter((id) => !named.has(id));
  if (unnamed.length === 0) return ok(undefined);
  const some = unnamed.slice(0, NAMED).join(', ');
  const which = unnamed.length > NAMED ? `${some} and ${unnamed.length - NAMED} more` : some;
  if (named.size === 0) {
    return refuse(
      'corrupt',
      `${PROJECT_FILE} is lost, and what is left of the log names none of the articles whose files are here (${which}). Nothing was changed. Put ${PROJECT_FILE} or ${LOG_FOLDER}/ back from a copy.`,
      PROJECT_FILE,
    );
  }
  around.report({
    kind: 'damage',
    file: PROJECT_FILE,
    message: `The log does not name these articles, so they are not shown: ${which}. Their files were not touched. To see them again, put ${PROJECT_FILE} back from a copy.`,
  });
  return ok(undefined);
}
