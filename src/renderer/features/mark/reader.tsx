import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Article } from '../../../core/model/article.ts';
import { inBackground } from '../../state/background.ts';
import { type OpenArticle, useProject } from '../../state/project.ts';
import { changeSettings, useSettings } from '../../state/settings.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { ArticleHead } from './article-head.tsx';
import { HoverCard } from './hover-card.tsx';
import { OverviewRuler } from './overview-ruler.tsx';
import { followPointer } from './pointer.ts';
import { showPreview } from './preview.ts';
import styles from './reader.module.css';
import { followCaretKeys } from './reader-keys.ts';
import { NOTHING, setReader, useReader } from './reader-state.ts';
import { lineOfOffset, writeSelection } from './selection.ts';
import { createSurface, type Surface } from './surface.ts';
import { selectedSpan } from './tagging.ts';
import { TextOverlay } from './text-overlay.tsx';

interface Pane {
  /** What scrolls and takes the keys. */
  readonly region: RefObject<HTMLElement | null>;
  /** What holds the text and nothing else. */
  readonly root: RefObject<HTMLDivElement | null>;
  readonly surface: RefObject<Surface | undefined>;
}

function toggleBlock(start: number): void {
  useReader.setState(({ toggled }) => {
    const next = new Set(toggled);
    if (!next.delete(start)) next.add(start);
    return { toggled: next };
  });
}

/** Folds or unfolds all furniture. */
export function toggleAllFurniture(): void {
  const { furniture } = useSettings.getState();
  useReader.setState({ toggled: new Set() });
  inBackground(changeSettings({ furniture: furniture === 'folded' ? 'open' : 'folded' }));
}

/** Makes the surface once, and connects mouse, keys and commands to it. */
function useSurface({ region, root, surface }: Pane): void {
  useLayoutEffect(() => {
    const { current: pane } = region;
    const { current: host } = root;
    if (pane === null || host === null) return undefined;
    const made = createSurface(host, (block) => toggleBlock(block.start));
    surface.current = made;
    const stopPointer = followPointer(host, made);
    const stopKeys = followCaretKeys(pane, host);
    setReader({
      reveal(offset) {
        made.prepare(offset);
        lineOfOffset(host, offset)?.scrollIntoView({ block: 'center' });
      },
      focus: () => pane.focus({ preventScroll: true }),
      show: (selected) => writeSelection(host, selected),
    });
    return () => {
      setReader(undefined);
      stopPointer();
      stopKeys();
      made.destroy();
      surface.current = undefined;
    };
  }, [region, root, surface]);
}

function useContents({ region, root, surface }: Pane, open: OpenArticle, article: Article): void {
  const { text, annotations } = open;
  const { title, furniture } = article;
  const labels = useProject((state) => state.labels);
  const selected = useProject((state) => state.selected);
  const innermost = useReader((state) => state.hovered[0]);
  useLayoutEffect(() => {
    surface.current?.show({ text, title, furniture });
  }, [surface, text, title, furniture]);
  useLayoutEffect(() => {
    surface.current?.mark(annotations, labels);
  }, [surface, annotations, labels, text, title, furniture]);
  useLayoutEffect(() => {
    surface.current?.emphasise([selected, innermost].filter((id) => id !== undefined));
  }, [surface, selected, innermost]);
  useLayoutEffect(() => {
    // Painting replaces text nodes, and with them what the page had selected.
    const { selected: text } = useReader.getState();
    const here = region.current?.contains(document.activeElement) === true;
    if (root.current !== null && text !== undefined && here) writeSelection(root.current, text);
  }, [region, root, annotations, labels, furniture, selected, innermost]);
}

function useFolds({ surface }: Pane, article: Article): void {
  const folded = useSettings((state) => state.furniture === 'folded');
  const toggled = useReader((state) => state.toggled);
  const { furniture, title, id } = article;
  useLayoutEffect(() => {
    surface.current?.fold((block) => folded !== toggled.has(block.start));
  }, [surface, folded, toggled, furniture, title, id]);
}

function usePreview({ root }: Pane): void {
  const selected = useReader((state) => state.selected);
  const snap = useSettings((state) => state.snap);
  useLayoutEffect(() => {
    if (root.current !== null) showPreview(root.current, selectedSpan());
  }, [root, selected, snap]);
}

function Text({ open, article }: { readonly open: OpenArticle; readonly article: Article }) {
  const region = useRef<HTMLElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const surface = useRef<Surface | undefined>(undefined);
  const pane = { region, root, surface };
  const size = useSettings((state) => state.textSize);
  useSurface(pane);
  useContents(pane, open, article);
  useFolds(pane, article);
  usePreview(pane);
  useEffect(() => {
    useReader.setState(NOTHING);
    region.current?.scrollTo({ top: 0 });
  }, [open.articleId]);
  useLayoutEffect(() => {
    region.current?.style.setProperty('--text-size', `${size}px`);
  }, [size]);
  return (
    <div className={styles['reader']}>
      {/* The text is read and marked with the keyboard, so it takes the focus like a field. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section ref={region} className={styles['region']} aria-label="Article text" tabIndex={0}>
        <div className={styles['column']}>
          <ArticleHead article={article} text={open.text} />
          <div className={styles['text']}>
            <div ref={root} lang={article.language} />
            <TextOverlay root={root} />
          </div>
        </div>
      </section>
      <OverviewRuler region={region} length={open.text.length} />
      <HoverCard />
    </div>
  );
}

/** The text of the open article, ready to be marked. */
export function Reader() {
  const open = useProject((state) => state.article);
  const rows = useProject((state) => state.rows);
  const error = useProject((state) => state.articleError);
  const article = rows.find((row) => row.article.id === open?.articleId)?.article;
  if (error !== undefined) {
    return (
      <div className={styles['problem']}>
        <ErrorState title="This article cannot be shown.">{error.message}</ErrorState>
      </div>
    );
  }
  if (open === undefined || article === undefined) return <div className={styles['reader']} />;
  return <Text open={open} article={article} />;
}
