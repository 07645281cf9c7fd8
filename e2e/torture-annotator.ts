import type { RunningApp } from './running-app.ts';

/** What the window showed at one moment: the items of the list, and whether it called them saved. */
export interface Shown {
  readonly items: readonly string[];
  readonly saved: boolean;
}

/** Something that the annotator had begun when the app was killed. */
export type Doing =
  | { readonly kind: 'tag'; readonly word: string }
  | { readonly kind: 'relabel' | 'delete'; readonly item: string }
  | { readonly kind: 'travel' };

/** Something begun, and how many moments had been told of by then. */
export interface Begun {
  readonly doing: Doing;
  readonly after: number;
}

/** Somebody who works fast, by chance that can be repeated. */
export interface Annotator {
  /** Everything shown so far, in order. */
  readonly shown: Shown[];
  /** Everything begun so far, in order. */
  readonly begun: readonly Begun[];
  /** Works until the app is gone. */
  readonly work: () => Promise<void>;
}

/** Runs in the page: tells of every change of the list or of the save state, in order. */
function watchWindow(): void {
  const tell = Reflect.get(window, 'tellShown') as (shown: Shown) => Promise<void>;
  let last = '';
  const look = (): void => {
    const state = document.querySelector('[role="status"][aria-label="Save state"]')?.textContent;
    const list = document.querySelector('ul[aria-label="Annotations"]');
    const items = [...(list?.querySelectorAll('li') ?? [])].map((item) => item.textContent ?? '');
    const shown = { items, saved: state === 'Saved' };
    const now = JSON.stringify(shown);
    if (now === last) return;
    last = now;
    // The test may be gone already: it kills us.
    tell(shown).catch(() => undefined);
  };
  look();
  new MutationObserver(look).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
  });
}

const LABELS = ['Claim', 'Threat', 'Sanctions proposal'] as const;

/**
 * Lets an annotator loose on an app.
 * @param words words that stand in the text once
 */
export async function annotator(
  app: RunningApp,
  words: readonly string[],
  chance: () => number,
): Promise<Annotator> {
  const { page, annotations, text } = app;
  const shown: Shown[] = [];
  const begun: Begun[] = [];
  const begin = (doing: Doing): void => {
    begun.push({ doing, after: shown.length });
  };
  await page.exposeFunction('tellShown', (moment: Shown) => {
    shown.push(moment);
  });
  await page.evaluate(watchWindow);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  const items = (): readonly string[] => shown.at(-1)?.items ?? [];

  async function tag(): Promise<void> {
    const word = pick(words) ?? '';
    await text.click(word, 2);
    begin({ kind: 'tag', word });
    await page.keyboard.press(String(1 + Math.floor(chance() * 3)));
  }

  async function change(kind: 'relabel' | 'delete'): Promise<void> {
    const item = pick(items());
    if (item === undefined) return;
    const at = items().indexOf(item);
    await annotations.items.nth(at).getByRole('button').first().click();
    begin({ kind, item });
    const others = LABELS.flatMap((label, index) =>
      item.includes(label) ? [] : [String(index + 1)],
    );
    await page.keyboard.press(kind === 'delete' ? 'Delete' : (pick(others) ?? '1'));
  }

  async function travel(): Promise<void> {
    begin({ kind: 'travel' });
    await page.keyboard.press(chance() < 0.6 ? 'Control+z' : 'Control+Shift+z');
  }

  return {
    shown,
    begun,
    async work() {
      for (;;) {
        const dice = chance();
        if (dice < 0.55) await tag();
        else if (dice < 0.7) await change('relabel');
        else if (dice < 0.8) await change('delete');
        else await travel();
        // Mostly in a hurry; now and then the disk catches up.
        if (chance() < 0.5) await app.status.expectSaved();
      }
    },
  };
}
