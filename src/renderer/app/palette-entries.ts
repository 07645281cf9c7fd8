import { inBackground } from '../state/background.ts';
import { allCommands, isEnabled, keysFor } from '../state/commands.ts';
import { openArticle } from '../state/desk.ts';
import { type ArticleRow, useProject } from '../state/project.ts';
import { goTo } from '../state/view.ts';
import { t } from '../words/words.ts';
import { rank, wordsOf } from './found.ts';

/** One line of the palette. */
export interface Entry {
  readonly id: string;
  readonly kind: 'command' | 'article';
  readonly title: string;
  /** At the right end: a key, or where it is. */
  readonly keys: string | undefined;
  readonly place: string;
  readonly run: () => void;
}

/** At most so many of a kind: more is a reason to type another letter. */
const MOST = 40;

function commands(): readonly Entry[] {
  return allCommands()
    .filter((command) => command.id !== 'palette.open' && isEnabled(command))
    .map((command) => ({
      id: command.id,
      kind: 'command',
      title: command.title,
      keys: keysFor(command)[0],
      place: command.group,
      run: command.run,
    }));
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

function best(entries: readonly Entry[], words: readonly string[]): readonly Entry[] {
  return entries
    .map((entry) => ({ entry, rank: rank(entry.title, words) }))
    .filter((one) => one.rank > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, MOST)
    .map((one) => one.entry);
}

/** What a query finds: commands, then articles. `>` asks for commands only. */
export function entriesFor(query: string): readonly Entry[] {
  const onlyCommands = query.startsWith('>');
  const words = wordsOf(onlyCommands ? query.slice(1) : query);
  const found = best(commands(), words);
  if (onlyCommands) return found;
  return [...found, ...best(useProject.getState().rows.map(articleEntry), words)];
}
