/** Lets others have their turn; ends when it is ours again. */
export type Pause = () => Promise<void>;

/** So many parts are written without a pause: some milliseconds, whatever a part is. */
const AT_ONCE = 2000;
/** Answers hold lists of records, or groups of them: that far they are taken apart. */
const DEPTH = 4;

function isOpen(value: unknown, depth: number): value is object {
  return depth > 0 && typeof value === 'object' && value !== null;
}

function* membersOf(value: object, depth: number): Generator<string, void> {
  let before = '';
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    yield `${before}${JSON.stringify(key)}:`;
    yield* partsOf(member, depth);
    before = ',';
  }
}

function* partsOf(value: unknown, depth: number): Generator<string, void> {
  if (!isOpen(value, depth)) {
    yield JSON.stringify(value ?? null);
  } else if (Array.isArray(value)) {
    yield '[';
    for (const [index, one] of value.entries()) {
      if (index > 0) yield ',';
      yield* partsOf(one, depth - 1);
    }
    yield ']';
  } else {
    yield '{';
    yield* membersOf(value, depth - 1);
    yield '}';
  }
}

/**
 * As `JSON.stringify` of a plain value, with a pause every some milliseconds, so that an answer of ten
 * megabytes holds nobody up.
 * @param value what JSON can say; members that are `undefined` are left out
 */
export async function writeInTurns(value: unknown, pause: Pause): Promise<string> {
  const written: string[] = [];
  for (const part of partsOf(value, DEPTH)) {
    written.push(part);
    if (written.length % AT_ONCE === 0) await pause();
  }
  return written.join('');
}
