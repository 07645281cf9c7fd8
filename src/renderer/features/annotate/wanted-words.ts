import { useEffect } from 'react';
import { inSight, useSight } from '../../state/sight.ts';
import type { Surface } from './surface.ts';

/** Brings words into sight that were asked for elsewhere, such as a hit of a search, and selects them. */
export function useWantedWords(articleId: string, surface: Surface | undefined): void {
  const wanted = useSight((state) => state.wanted);
  useEffect(() => {
    if (surface === undefined || wanted?.articleId !== articleId) return;
    surface.reveal(wanted.span);
    surface.selectWords(wanted.span);
    surface.focus();
    inSight();
  }, [surface, wanted, articleId]);
}
