/** Lets others have their turn; ends when it is ours again. */
export type Pause = () => Promise<void>;

/** So many characters are written without a pause: some milliseconds of work. */
const AT_ONCE = 1_000_000;
/** Answers hold lists of records, or groups of them: that far they are taken apart. */
const DEPTH = 4;
/** Records that are written together. */
const TOGETHER = 100;

/** What stands between the brackets, some members at a time; texts of no members are empty. */
function* manyOf(value: object): Generator<string, void> {
  const all = Array.isArray(value) ? (value as readonly unknown[]) : Object.entries(value);
  for (let at = 0; at < all.length; at += TOGETHER) {
    const some = all.slice(at, at + TOGETHER);
    const one = Array.isArray(value) ? some : Object.fromEntries(some as [string, unknown][]);
    yield JSON.stringify(one).slice(1, -1);
  }
}

function* membersOf(value: object, depth: number): Generator<string, void> {
  if (depth === 0 || Array.isArray(value)) {
    let before = '';
    for (const some of manyOf(value)) {
      if (some === '') continue;
      yield before + some;
      before = ',';
    }
    return;
  }
  let before = '';
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${before}${JSON.stringify(key)}:`;
    yield* partsOf(member, depth);
    before = ',';
  }
}

function* partsOf(value: unknown, depth: number): Generator<string, void> {
  if (depth === 0 || typeof value !== 'object' || value === null) {
    yield JSON.stringify(value);
    return;
  }
  yield Array.isArray(value) ? '[' : '{';
  yield* membersOf(value, depth - 1);
  yield Array.isArray(value) ? ']' : '}';
}

/**
 * As `JSON.stringify` of a plain value, with a pause every some milliseconds, so that an answer of ten
 * megabytes holds nobody up.
 * @param value what JSON can say; members that are `undefined` are left out
 */
export async function writeInTurns(value: unknown, pause: Pause): Promise<string> {
  const written: string[] = [];
  let since = 0;
  for (const part of partsOf(value, DEPTH)) {
    written.push(part);
    since += part.length;
    if (since < AT_ONCE) continue;
    since = 0;
    await pause();
  }
  return written.join('');
}
