import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Article } from '../../../core/model/article.ts';
import { select, useProject } from '../../state/project.ts';
import { useSession } from '../../state/session.ts';
import { useSettings } from '../../state/settings.ts';
import { isSameLook, setReadingLook } from '../../ui/reading-look.ts';
import { setDeskText } from './desk-text.ts';
import { changeSpans } from './edits.ts';
import { useFocusMode } from './focus-mode.ts';
import { notFurniture } from './furniture-edits.ts';
import { pressForRelation } from './relation-drag.ts';
import { seenHere, useSeenPlace } from './seen.ts';
import { createSurface, type Surface } from './surface.ts';
import styles from './text.module.css';
import { planOf } from './text-plan.ts';
import { useWantedWords } from './wanted-words.ts';

function start(region: HTMLElement, host: HTMLElement, article: Article, text: string): Surface {
  const { furniture } = article;
  return createSurface(
    { region, host, plan: planOf(text, article), furniture },
    {
      onPick: select,
      onChip: pressForRelation,
      onSpans(id, spans, edge) {
        const annotation = useProject.getState().article?.annotations.find((one) => one.id === id);
        const change = edge === 'start' ? 'startMoved' : 'endMoved';
        if (annotation !== undefined) changeSpans(annotation, spans, change);
      },
      onNotFurniture: notFurniture,
      mac: () => useSession.getState().platform === 'darwin',
    },
  );
}

/**
 * The read model drives the text directly: a commit paints in the same call, without a round
 * through React.
 */
function follow(surface: Surface): () => void {
  const { article, labels, selected } = useProject.getState();
  surface.setAnnotations(article?.annotations ?? [], labels);
  surface.setSelected(selected);
  surface.setSeen(seenHere());
  return useProject.subscribe((state, before) => {
    if (state.articleId !== before.articleId) return;
    if (
      state.article?.annotations !== before.article?.annotations ||
      state.labels !== before.labels
    ) {
      surface.setAnnotations(state.article?.annotations ?? [], state.labels);
    }
    if (state.rows !== before.rows) surface.setSeen(seenHere());
    if (state.selected !== before.selected) surface.setSelected(state.selected);
  });
}

/** Sets the text anew when a person asks for other type, and keeps the place that is read. */
function followLook(region: HTMLElement, surface: Surface): () => void {
  return useSettings.subscribe((look, before) => {
    if (isSameLook(look, before)) return;
    const comeBack = surface.place.hold();
    setReadingLook(region, look);
    surface.refresh();
    comeBack();
  });
}

/** Puts the text into the page and keeps it up to date. */
export function useSurface(
  region: RefObject<HTMLElement | null>,
  host: RefObject<HTMLDivElement | null>,
  article: Article,
  text: string,
): Surface | undefined {
  const [surface, setSurface] = useState<Surface>();
  const again = useRef(false);
  const furnitureOpen = useSettings((state) => state.furniture === 'open');
  const snap = useSettings((state) => state.snap);
  const sentences = useSettings((state) => state.numbers === 'sentences');
  const focused = useFocusMode((state) => state.on);

  useLayoutEffect(() => {
    const [outer, inner] = [region.current, host.current];
    if (outer === null || inner === null) return undefined;
    inner.className = styles['text'] ?? '';
    setReadingLook(outer, useSettings.getState());
    // Only the same text again, with other furniture, keeps its place.
    const top = again.current ? outer.scrollTop : 0;
    const made = start(outer, inner, article, text);
    const stop = follow(made);
    const stopLook = followLook(outer, made);
    const leave = setDeskText(made);
    // To ask for the place, or to set it, lays out the page: not while it is opened.
    if (again.current) outer.scrollTop = top;
    again.current = true;
    setSurface(made);
    return () => {
      leave();
      stop();
      stopLook();
      made.destroy();
    };
    // The article's other fields are shown by the header.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [region, host, article.id, article.furniture, article.title, text]);

  useEffect(() => {
    surface?.setFolded(!furnitureOpen);
  }, [surface, furnitureOpen]);
  useEffect(() => {
    surface?.setSnap(snap);
  }, [surface, snap]);
  useEffect(() => {
    surface?.setSentences(sentences);
  }, [surface, sentences]);
  useEffect(() => {
    surface?.setFocused(focused);
  }, [surface, focused]);
  useSeenPlace(surface);
  useWantedWords(article.id, surface);
  useEffect(() => {
    const refresh = (): void => {
      surface?.refresh();
      surface?.place.again();
    };
    document.fonts.addEventListener('loadingdone', refresh);
    return () => {
      document.fonts.removeEventListener('loadingdone', refresh);
    };
  }, [surface]);
  return surface;
}
