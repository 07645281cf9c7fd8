import { createHash } from 'node:crypto';
import type { ExportArticle, ReadArticle, ReadOptions } from '../formats/format.ts';
import { analystId } from '../model/analyst.ts';
import type { Annotation, Relation } from '../model/annotation.ts';
import type { Article } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import { describeAnchor } from '../text/anchor.ts';

/** A time for everything that has one. */
export const SOME_TIME = '2026-01-21T09:12:00.000Z';

/** SHA-256 of a text in UTF-8, lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** An article that has this text. */
export function anArticle(text: string, over: Partial<Article> = {}): Article {
  return {
    id: `article-${sha256(text).slice(0, 12)}`,
    title: 'A title',
    outlet: 'An outlet',
    byline: 'A. Writer',
    date: '2022-01-21',
    language: 'en',
    sha256: sha256(text),
    characters: text.length,
    furniture: [],
    source: { file: 'article.txt', charset: 'utf-8' },
    addedAt: SOME_TIME,
    tags: [],
    assigned: [],
    ...over,
  };
}

/** An annotation on spans of a text, `[start, end)` in UTF-16 code units. Throws where they are bad. */
export function anAnnotation(
  text: string,
  spans: readonly Span[],
  over: Partial<Annotation> = {},
): Annotation {
  const anchor = describeAnchor(text, spans);
  if (!anchor.ok) throw new Error(`${anchor.error.kind} at ${anchor.error.index}`);
  return {
    id: `a-${spans.join('-')}`,
    articleId: anArticle(text).id,
    analyst: analystId('Ana'),
    label: 'claim',
    anchor: anchor.value,
    attributes: {},
    note: '',
    origin: { kind: 'manual' },
    codebookVersion: 1,
    createdAt: SOME_TIME,
    updatedAt: SOME_TIME,
    ...over,
  };
}

/** A relation between two annotations of one layer. */
export function aRelation(
  from: Annotation,
  to: Annotation,
  over: Partial<Relation> = {},
): Relation {
  return {
    id: `r-${from.id}-${to.id}`,
    articleId: from.articleId,
    analyst: from.analyst,
    type: 'targets',
    from: from.id,
    to: to.id,
    ...over,
  };
}

/** An article as a writer gets it. Ids serve as names unless told otherwise. */
export function anExportArticle(text: string, over: Partial<ExportArticle> = {}): ExportArticle {
  return {
    article: anArticle(text),
    text,
    annotations: [],
    relations: [],
    documentLabels: [],
    analystName: (id) => id,
    labelName: (id) => id,
    ...over,
  };
}

/** What a reader is told, with a real hash. */
export function readOptions(over: Partial<ReadOptions> = {}): ReadOptions {
  return {
    sha256,
    analyst: 'Ana',
    at: SOME_TIME,
    codebookVersion: 1,
    origin: { kind: 'import' },
    ...over,
  };
}

/** What was read, as a project that took it over would hand it to a writer. */
export function exportAgain(read: ReadArticle): ExportArticle {
  const annotation = (one: ReadArticle['annotations'][number]): Annotation => {
    const { labelName, analystName, ...rest } = one;
    return { ...rest, label: labelName, analyst: analystName };
  };
  return anExportArticle(read.text, {
    article: read.article,
    annotations: read.annotations.map(annotation),
    relations: read.relations.map(({ analystName, ...rest }) => ({
      ...rest,
      analyst: analystName,
    })),
    documentLabels: read.documentLabels.map(({ analystName, labels }) => ({
      analyst: analystName,
      labels,
    })),
    documents: read.documents.map(({ analystName, ...rest }) => ({
      ...rest,
      analyst: analystName,
    })),
    comments: read.comments.map(({ analystName, targetAnalystName, ...rest }) => ({
      ...rest,
      analyst: analystName,
      targetAnalyst: targetAnalystName,
    })),
    gold: read.gold.map(annotation),
    decisions: read.decisions,
  });
}
