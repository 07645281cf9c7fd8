import { sentencesIn } from '../../../core/text/sentences.ts';
import type { Block, TextPlan } from './text-plan.ts';

/** Where sentences begin: offset in the text → “paragraph.sentence”, as in the margin. */
export type SentenceStarts = ReadonlyMap<number, string>;

export const NO_SENTENCES: SentenceStarts = new Map();

/** The sentences that begin in a block. Furniture, headlines and what goes on from another block have none. */
export function sentenceStarts({ text }: TextPlan, block: Block): SentenceStarts {
  if (block.number === 0 || block.kind !== 'paragraph') return NO_SENTENCES;
  const starts = Array.from(sentencesIn(text, block.start, block.end), ([start]) => start);
  return new Map(
    starts.map((start, index) => [start, `${String(block.number)}.${String(index + 1)}`] as const),
  );
}

/** Several numbers of one line as one: “4.2–3”. */
export function numbersOnLine(numbers: readonly string[]): string {
  const [first, last] = [numbers[0] ?? '', numbers.at(-1) ?? ''];
  return numbers.length < 2 ? first : `${first}–${last.slice(last.indexOf('.') + 1)}`;
}

/** The numbers of blocks, put together where several sentences begin on one line of the screen. */
export function showSentenceNumbers(blocks: readonly HTMLElement[]): void {
  const measured = blocks.flatMap((block) =>
    Array.from(block.querySelectorAll<HTMLElement>('[data-sentence]'), (mark) => ({
      block,
      mark,
      top: Math.round(mark.getBoundingClientRect().top),
    })),
  );
  let line: typeof measured = [];
  const show = (): void => {
    const said = numbersOnLine(line.map(({ mark }) => mark.dataset['sentence'] ?? ''));
    for (const [index, { mark }] of line.entries()) mark.dataset['shown'] = index === 0 ? said : '';
  };
  for (const one of measured) {
    const last = line.at(-1);
    if (last !== undefined && (last.block !== one.block || last.top !== one.top)) {
      show();
      line = [];
    }
    line.push(one);
  }
  show();
}
