import type { KeyboardEvent } from 'react';
import { inBackground } from '../../state/background.ts';
import {
  anchorAt,
  chooseAll,
  chooseNone,
  chooseTo,
  toggleHit,
  useHitChanges,
} from '../../state/hit-changes.ts';
import { type SearchRow, useSearch } from '../../state/searching.ts';
import { showWords } from '../../state/sight.ts';
import { focusQuery } from './query-focus.ts';

/** Lines a page key moves. */
const PAGE = 12;

/** Opens the article at a hit. */
export function openHit(row: SearchRow): void {
  const { articleId, start, end, annotation } = row;
  inBackground(showWords({ articleId, span: [start, end] }, annotation));
}

function target(key: string, at: number, count: number): number | undefined {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: count - 1,
  };
  const to = moves[key];
  return to === undefined ? undefined : Math.min(count - 1, Math.max(0, to));
}

function move(event: KeyboardEvent, count: number): number | undefined {
  const { at } = useSearch.getState();
  if (event.key === 'ArrowUp' && at === 0 && !event.shiftKey) {
    focusQuery();
    return at;
  }
  const to = target(event.key, at, count);
  if (to === undefined) return undefined;
  useSearch.setState({ at: to });
  if (event.shiftKey) {
    if (useHitChanges.getState().anchor === -1) anchorAt(at);
    chooseTo(to);
  }
  return to;
}

/** Chooses or opens; answers whether the key was one for that. */
function act(event: KeyboardEvent): boolean {
  const { at, rows } = useSearch.getState();
  const { all, hits } = useHitChanges.getState();
  const row = rows.get(at);
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() !== 'a') return false;
    chooseAll();
  } else if (event.key === ' ' && row !== undefined) toggleHit(row.hit, at);
  else if (event.key === 'Enter' && row !== undefined) openHit(row);
  else if (event.key === 'Escape' && (all || hits.size > 0)) chooseNone();
  else return false;
  return true;
}

/** Does what a key means in the list of hits. @returns the place to bring into sight, if any */
export function hitKey(event: KeyboardEvent, count: number): number | undefined {
  const acted = act(event);
  const to = acted || event.ctrlKey || event.metaKey ? undefined : move(event, count);
  if (!acted && to === undefined) return undefined;
  event.preventDefault();
  event.stopPropagation();
  return to;
}
