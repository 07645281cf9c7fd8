import { type KeyboardEvent, useRef } from 'react';
import type { Article } from '../../../core/model/article.ts';
import { select, useProject } from '../../state/project.ts';
import { useSettings } from '../../state/settings.ts';
import { t } from '../../words/words.ts';
import { RelationArcs } from './arcs.tsx';
import { ArticleHeader } from './article-header.tsx';
import { CommentMarks } from './comments/comment-marks.tsx';
import { HoverCard } from './hover-card.tsx';
import { OverviewRuler } from './overview-ruler.tsx';
import styles from './reader.module.css';
import { RelationLine } from './relation-line.tsx';
import { useSurface } from './use-surface.ts';
import { WordPickBar } from './word-pick-bar.tsx';

/** The keys that a person needs in the text, told to assistive technology when it gets the focus. */
const HELP = 'annotate.help';

/** The article: its head, its text with all marks, and the overview at the right. */
export function Reader({ article, text }: { readonly article: Article; readonly text: string }) {
  const region = useRef<HTMLElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const numbers = useSettings((state) => state.numbers);
  const surface = useSurface(region, host, article, text);

  function onKeyDown(event: KeyboardEvent): void {
    if (surface === undefined || event.target !== event.currentTarget || event.defaultPrevented)
      return;
    const isAll = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a';
    const movesEdge = event.altKey && surface.selection() === undefined && isPicked();
    if (isAll) surface.selectAll();
    else if (movesEdge || !surface.press(event)) return;
    event.preventDefault();
  }

  return (
    <div className={styles['reader']}>
      {/* The region scrolls, holds the focus, and the caret moves in it: it is what one reads in. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <section
        ref={region}
        aria-label={t('annotate.articleText')}
        data-article-text=""
        aria-describedby="article-text-help"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        data-focus-home
        data-numbers={numbers}
        className={styles['region']}
        onKeyDown={onKeyDown}
        onMouseDown={() => {
          delete region.current?.dataset['keyed'];
        }}
        onClick={(event) => {
          if (event.target === event.currentTarget) select(undefined);
        }}
        onCopy={(event) => {
          const span = surface?.selection();
          if (span === undefined) return;
          event.preventDefault();
          event.clipboardData.setData('text/plain', text.slice(...span));
        }}
      >
        <ArticleHeader article={article} text={text} />
        <div ref={host} />
      </section>
      <OverviewRuler region={region} surface={surface} />
      <RelationArcs region={region} />
      <WordPickBar />
      <RelationLine />
      <CommentMarks region={region} />
      <HoverCard />
      <span hidden id="article-text-help">
        {t(HELP)}
      </span>
    </div>
  );
}

function isPicked(): boolean {
  return useProject.getState().selected !== undefined;
}
