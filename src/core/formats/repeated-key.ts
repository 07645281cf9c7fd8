/** A key that stands twice in one object of a JSON text. */
export interface RepeatedKey {
  readonly key: string;
  /** Where the object's field stands, such as `annotations[2].label`. */
  readonly path: string;
  /** Of the second one's opening quote, in UTF-16 code units. */
  readonly offset: number;
}

/** Keys that are looked through one by one before a set is worth its making. */
const FEW = 16;

/** An object or a list that is open at some place of the text. */
interface Frame {
  /** The keys so far; none where it is a list. */
  keys: string[] | Set<string> | undefined;
  /** The last of the keys. */
  key: string;
  /** How many commas came before, which in a list is the place. */
  index: number;
  /** True where the next string is a key. */
  wantsKey: boolean;
}

/** After the closing quote of the string of sound JSON that opens at `at`. */
function afterString(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (end !== -1) {
    let before = end - 1;
    while (text.charCodeAt(before) === 0x5c) before -= 1;
    if ((end - before) % 2 === 1) return end + 1;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
}

/** The key between two offsets, quotes included: `"\u0069d"` is `id` as well. */
function keyAt(text: string, start: number, end: number): string {
  const bare = text.slice(start + 1, end - 1);
  return bare.includes('\\') ? (JSON.parse(text.slice(start, end)) as string) : bare;
}

/** Takes a key into its object; false where it is there already. */
function take(frame: Frame, key: string): boolean {
  frame.key = key;
  frame.wantsKey = false;
  const { keys } = frame;
  if (keys instanceof Set) {
    if (keys.has(key)) return false;
    keys.add(key);
  } else if (keys !== undefined) {
    if (keys.includes(key)) return false;
    keys.push(key);
    if (keys.length > FEW) frame.keys = new Set(keys);
  }
  return true;
}

function pathOf(open: readonly Frame[]): string {
  return open
    .map(({ keys, key, index }) => (keys === undefined ? `[${index}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
}

function frameOf(isObject: boolean): Frame {
  return { keys: isObject ? [] : undefined, key: '', index: 0, wantsKey: isObject };
}

function nextIn(frame: Frame | undefined): void {
  if (frame === undefined) return;
  frame.index += 1;
  frame.wantsKey = frame.keys !== undefined;
}

/** The string as a key that the frame has already, or `undefined` where it is new or no key. */
function keyIn(
  frame: Frame | undefined,
  text: string,
  at: number,
  end: number,
): string | undefined {
  if (frame?.wantsKey !== true) return undefined;
  const key = keyAt(text, at, end);
  return take(frame, key) ? undefined : key;
}

/**
 * The first key that stands twice in the same object. RFC 8259 leaves open which of the two counts,
 * and `JSON.parse` takes the last without a word: whoever wrote the first would lose it unseen.
 * @param text sound JSON
 */
export function repeatedKey(text: string): RepeatedKey | undefined {
  const open: Frame[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      const end = afterString(text, at);
      const key = keyIn(open.at(-1), text, at, end);
      if (key !== undefined) return { key, path: pathOf(open), offset: at };
      at = end - 1;
    } else if (code === 0x7b || code === 0x5b) open.push(frameOf(code === 0x7b));
    else if (code === 0x7d || code === 0x5d) open.pop();
    else if (code === 0x2c) nextIn(open.at(-1));
  }
  return undefined;
}

const LONGEST = 80;

/** A repeated key in words, for a message; no full stop. */
export function repeatedInWords({ key, path }: RepeatedKey): string {
  const name = JSON.stringify(key.length > LONGEST ? `${key.slice(0, LONGEST)}…` : key);
  return `the key ${name} stands twice in one object, at ${path.slice(-LONGEST)}, and only one of the two could count`;
}
