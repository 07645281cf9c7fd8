import MarkdownIt, { type Token } from 'markdown-it';
import { createElement, Fragment, type ReactNode, useMemo } from 'react';
import styles from './markdown.module.css';

/** Props of {@link Markdown}. */
export interface MarkdownProps {
  readonly text: string;
  /** How deep its headings begin under those of the page, 1–6. */
  readonly level?: number;
}

const parser = new MarkdownIt({ html: false, linkify: false });

/** Everything that may become an element; what is not here is shown as its words. */
const TAGS: ReadonlySet<string> = new Set(
  'p ul ol li blockquote strong em s hr br code pre h1 h2 h3 h4 h5 h6 table thead tbody tr th td'.split(
    ' ',
  ),
);

interface Open {
  readonly token: Token | undefined;
  readonly children: ReactNode[];
}

function tagOf(tag: string, level: number): string {
  const heading = /^h([1-6])$/u.exec(tag);
  return heading === null ? tag : `h${String(Math.min(6, Number(heading[1]) + level - 1))}`;
}

/** An element for a pair of tokens. A link is its words and, where they differ, its address: no page is left. */
function elementOf({ token, children }: Open, key: number, level: number): ReactNode {
  if (token === undefined || token.hidden) return <Fragment key={key}>{children}</Fragment>;
  if (token.type === 'link_open') {
    const address = String(token.attrGet('href') ?? '');
    return (
      <span key={key} className={styles['link']} title={address}>
        {children}
      </span>
    );
  }
  if (!TAGS.has(token.tag)) return <Fragment key={key}>{children}</Fragment>;
  const start = token.tag === 'ol' ? Number(token.attrGet('start') ?? 1) : undefined;
  return createElement(
    tagOf(token.tag, level),
    { key, ...(start === undefined ? {} : { start }) },
    ...children,
  );
}

function leafOf(token: Token, key: number, level: number): ReactNode {
  switch (token.type) {
    case 'inline':
      return <Fragment key={key}>{nodesOf(token.children ?? [], level)}</Fragment>;
    case 'code_inline':
      return <code key={key}>{token.content}</code>;
    case 'fence':
    case 'code_block':
      return (
        <pre key={key}>
          <code>{token.content}</code>
        </pre>
      );
    case 'hr':
    case 'hardbreak':
      return createElement(token.tag, { key });
    case 'softbreak':
      return ' ';
    default:
      return token.content;
  }
}

function nodesOf(tokens: readonly Token[], level: number): ReactNode[] {
  const open: Open[] = [{ token: undefined, children: [] }];
  tokens.forEach((token, key) => {
    if (token.nesting === 1) {
      open.push({ token, children: [] });
      return;
    }
    const done = token.nesting === -1 ? open.pop() : undefined;
    const node = done === undefined ? leafOf(token, key, level) : elementOf(done, key, level);
    open.at(-1)?.children.push(node);
  });
  return open[0]?.children ?? [];
}

/**
 * Markdown as elements. No HTML is ever made of it: tags in the text are shown as they are typed,
 * pictures as their words, and links lead nowhere, because the program has no network.
 */
export function Markdown({ text, level = 3 }: MarkdownProps) {
  const nodes = useMemo(() => nodesOf(parser.parse(text, {}), level), [text, level]);
  return (
    <div className={styles['text']} dir="auto">
      {createElement(Fragment, null, ...nodes)}
    </div>
  );
}
