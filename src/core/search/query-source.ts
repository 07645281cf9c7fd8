import type { Place, QueryProblem } from './query.ts';

/** A refusal on its way out of the reader; never leaves `parse.ts`. */
export class Unreadable extends Error {
  readonly problem: QueryProblem;

  constructor(message: string, place: Place) {
    super(message);
    this.problem = { message, start: place.start, end: place.end };
  }
}

const BLANK = /\s/u;
const OPENING = '"“”„';
const CLOSING = '"“”';

/** A query as it is read, sign by sign. */
export class QuerySource {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  peek(offset = 0): string {
    return this.text.charAt(this.at + offset);
  }

  isBlank(offset = 0): boolean {
    const sign = this.peek(offset);
    return sign === '' || BLANK.test(sign);
  }

  isQuote(): boolean {
    return this.peek() !== '' && OPENING.includes(this.peek());
  }

  skipBlanks(): void {
    while (!this.done && this.isBlank()) this.at += 1;
  }

  /** Takes a sign if it is the next one. */
  take(sign: string): boolean {
    if (this.peek() !== sign) return false;
    this.at += 1;
    return true;
  }

  /** What a sticky expression matches here, taken; `undefined` where it does not. */
  match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.at;
    const found = expression.exec(this.text) ?? undefined;
    if (found !== undefined) this.at += found[0].length;
    return found;
  }

  /** The words between quotation marks, the opening one next. */
  quoted(): string {
    const start = this.at;
    this.at += 1;
    const from = this.at;
    while (!this.done && !CLOSING.includes(this.peek())) this.at += 1;
    if (this.done) {
      throw new Unreadable('This quotation mark is not closed.', { start, end: start + 1 });
    }
    this.at += 1;
    return this.text.slice(from, this.at - 1);
  }
}
