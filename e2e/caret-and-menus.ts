import { expect, type Locator } from '@playwright/test';
import type { Fingers } from './fingers.ts';
import { readCaret } from './pages/article-text.page.ts';
import type { RunningApp } from './running-app.ts';

/** An annotation as it is made without any short way. */
interface Slow {
  readonly quote: string;
  /** How many lines down the label stands in its menu. */
  readonly label: number;
  /** For each required question how many lines down its answer stands; words are typed. */
  readonly answers: readonly (number | string)[];
}

/** One of each label, from the first paragraphs, in reading order. */
const SAMPLE: readonly Slow[] = [
  { quote: 'Tarsk', label: 3, answers: [] },
  {
    quote: 'the ship, the Maren Vik, crossed into its waters with its transponder off',
    label: 0,
    answers: [3, 'Orvana', 2],
  },
  {
    quote:
      'Orvana would try the crew as spies unless Tarsk handed over the ship’s logs by the end of the month',
    label: 1,
    answers: [4, 0, 'Anton Brekke', 2],
  },
  {
    quote: 'The Council should freeze the accounts of every officer who ordered the boarding',
    label: 2,
    answers: [0, 0, 5, 0, 'Petra Holm', 2],
  },
];

/** Fewer characters than a row of the text holds: as far as an arrow downwards never goes too far. */
const SHORT_OF_A_ROW = 100;

/** Goes to words with arrows: down while they are rows away, word by word, and character by character. */
async function goTo(app: RunningApp, hand: Fingers, quote: string): Promise<void> {
  for (let steps = 0; steps < 300; steps += 1) {
    const { after } = await app.text.region.evaluate(readCaret);
    const way = after.indexOf(quote);
    if (way === 0) return;
    expect(way, `“${quote}” lies ahead`).toBeGreaterThan(0);
    const isNear = /^[\s\p{P}]*$/u.test(after.slice(0, way));
    if (way > SHORT_OF_A_ROW) await hand.press('ArrowDown');
    else await hand.press(isNear ? 'ArrowRight' : 'Control+ArrowRight');
  }
  throw new Error(`“${quote}” was not reached`);
}

/** Selects words with Shift and arrows. */
async function select(app: RunningApp, hand: Fingers, quote: string): Promise<void> {
  for (let steps = 0; steps < 300; steps += 1) {
    const { selected } = await app.text.region.evaluate(readCaret);
    const way = quote.length - selected.length;
    if (selected === quote) return;
    await hand.press(way > SHORT_OF_A_ROW ? 'Shift+ArrowDown' : 'Control+Shift+ArrowRight');
  }
  throw new Error(`“${quote}” was not selected`);
}

/** Goes on to a field by Tab, as in any form; an answer may have moved on by itself. */
async function reach(hand: Fingers, field: Locator): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    if (await field.evaluate((element) => element === document.activeElement)) return;
    await hand.press('Tab');
  }
  throw new Error('the field was not reached');
}

/** Answers what is required by walking down to each answer. */
async function answer(app: RunningApp, hand: Fingers, answers: Slow['answers']): Promise<void> {
  const required = app.details.region.getByRole('group', { name: 'Required' });
  for (const [index, one] of answers.entries()) {
    const field = required.locator('[data-attribute]').nth(index);
    await reach(hand, field);
    if (typeof one === 'string') await hand.press(...one.split(''), 'Enter');
    else {
      await hand.press(...Array.from({ length: one + 1 }, () => 'ArrowDown'), 'Space');
      const isMany = (await field.getAttribute('aria-multiselectable')) === 'true';
      if (isMany) await hand.press('Enter');
    }
  }
}

/**
 * Makes some annotations as one would with a caret and menus alone: arrows to the words, Shift and
 * arrows over them, down a menu of labels, down each list of answers.
 * @returns key presses for an annotation
 */
export async function caretAndMenus(app: RunningApp, hand: Fingers): Promise<number> {
  await app.text.region.focus();
  await app.page.keyboard.press('Control+Home');
  let last = 0;
  for (const { quote, label, answers } of SAMPLE) {
    await goTo(app, hand, quote);
    await select(app, hand, quote);
    // The labels: one press to get there, to where one was last, one for each step, one to take it.
    const step = label > last ? 'ArrowRight' : 'ArrowLeft';
    const way = Array.from({ length: Math.abs(label - last) }, () => step);
    last = label;
    await hand.press('Shift+Tab', ...way, 'Enter');
    await expect(app.details.region.locator('blockquote')).toHaveText(quote);
    await answer(app, hand, answers);
    await app.text.region.focus();
  }
  return hand.count / SAMPLE.length;
}
