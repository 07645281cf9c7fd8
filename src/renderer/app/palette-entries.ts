import type { Label } from '../../core/model/codebook.ts';
import { tag } from '../features/annotate/attribute-commands.ts';
import { isIdle, placeWords } from '../features/shortcuts/command-groups.ts';
import { inBackground } from '../state/background.ts';
import { allCommands, type Command, isEnabled, keysFor, whereNow } from '../state/commands.ts';
import { openArticle } from '../state/desk.ts';
import { type ArticleRow, useProject } from '../state/project.ts';
import { changeSettings, useSettings } from '../state/settings.ts';
import { goTo } from '../state/view.ts';
import { t } from '../words/words.ts';
import { type Looseness, rank, wordsOf } from './found.ts';

/** One line of the palette. */
export interface Entry {
  readonly id: string;
  readonly kind: 'command' | 'article';
  readonly title: string;
  /** At the right end: a key, or where it is. */
  readonly keys: string | undefined;
  readonly place: string;
  /** Why it cannot be done now; absent where it can. */
  readonly why?: string;
  readonly run: () => void;
}

/** At most so many articles: more is a reason to type another letter. */
const MOST = 40;

/** Commands remembered, so that what one does often is at hand. */
const REMEMBERED = 20;

function remember(id: string): void {
  const before = useSettings.getState().recentCommands.filter((one) => one !== id);
  inBackground(changeSettings({ recentCommands: [id, ...before].slice(0, REMEMBERED) }));
}

function whyNot(command: Command): string | undefined {
  if (isEnabled(command)) return undefined;
  return command.where.includes(whereNow())
    ? t('keys.notNow')
    : t('keys.onlyIn', { places: placeWords(command) });
}

function commandEntry(command: Command): Entry {
  const { id, title, group } = command;
  const why = whyNot(command);
  return {
    id,
    kind: 'command',
    title,
    keys: keysFor(command)[0],
    place: group,
    ...(why === undefined ? {} : { why }),
    run() {
      remember(id);
      command.run();
    },
  };
}

/** Labels that have no key, and so no command of their own. */
function labelEntries(): readonly Entry[] {
  const { labels, article } = useProject.getState();
  if (article === undefined || whereNow() !== 'articles') return [];
  return labels
    .filter(({ shortcut }) => shortcut === '')
    .map(
      (label: Label): Entry => ({
        id: `label ${label.id}`,
        kind: 'command',
        title: label.name,
        keys: undefined,
        place: t('keys.labels'),
        run: () => tag(label),
      }),
    );
}

/** What the palette itself is, and the doors of a page that is not shown, are not offered. */
function isOffered(command: Command): boolean {
  const elsewhere = command.where.length === 1 && command.where[0] === 'door';
  return command.id !== 'palette.open' && !isIdle(command) && !(elsewhere && !isEnabled(command));
}

/** Those that can be done first; among them the best, then those used last. */
function commandEntries(words: readonly string[]): readonly Entry[] {
  const recent = useSettings.getState().recentCommands;
  const age = ({ id }: Entry): number => (recent.includes(id) ? recent.indexOf(id) : REMEMBERED);
  const found = best(
    [...allCommands().filter(isOffered).map(commandEntry), ...labelEntries()],
    words,
    'loose',
  );
  const order = ({ entry, rank: good }: (typeof found)[number]): readonly number[] => [
    entry.why === undefined ? 0 : 1,
    -good,
    age(entry),
  ];
  const sorted = found.toSorted((a, b) => {
    const [left, right] = [order(a), order(b)];
    return left.map((value, at) => value - (right[at] ?? 0)).find((by) => by !== 0) ?? 0;
  });
  const entries = sorted.map(({ entry }) => entry);
  // Without a word to look for, what cannot be done would only be in the way.
  return words.length === 0 ? entries.filter(({ why }) => why === undefined) : entries;
}

function articleEntry(row: ArticleRow, index: number): Entry {
  const { id, title } = row.article;
  return {
    id: `article ${id}`,
    kind: 'article',
    title: title === '' ? t('app.untitled') : title,
    keys: undefined,
    place: t('app.articleNumber', { number: index + 1 }),
    run: () => {
      goTo('articles');
      inBackground(openArticle(id));
    },
  };
}

function best(entries: readonly Entry[], words: readonly string[], how: Looseness) {
  return entries
    .map((entry) => ({ entry, rank: rank(entry.title, words, how) }))
    .filter((one) => one.rank > 0)
    .toSorted((a, b) => b.rank - a.rank);
}

/** What a query finds: commands, then articles. `>` asks for commands only. */
export function entriesFor(query: string): readonly Entry[] {
  const onlyCommands = query.startsWith('>');
  const words = wordsOf(onlyCommands ? query.slice(1) : query);
  const found = commandEntries(words);
  if (onlyCommands) return found;
  const articles = best(useProject.getState().rows.map(articleEntry), words, 'close');
  return [...found, ...articles.slice(0, MOST).map(({ entry }) => entry)];
}
