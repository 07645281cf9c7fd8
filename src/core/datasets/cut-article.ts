import { overBorder } from '../formats/attribute-spans.ts';
import type { ExportArticle } from '../formats/format.ts';
import { annotationExample } from '../formats/place-annotation.ts';
import type { Annotation, Relation } from '../model/annotation.ts';
import type { Article, Furniture } from '../model/article.ts';
import type { QuotedSpans } from '../model/attribute.ts';
import type { Comment } from '../model/comment.ts';
import type { Json } from '../model/json.ts';
import type { Span } from '../model/span.ts';
import { describeAnchor } from '../text/anchor.ts';
import { reanchor } from '../text/reanchor.ts';
import { type Cut, restInCut, spansInCut } from './cut.ts';
import type { LeftOut } from './left-out.ts';
import { layerKey, targetKey, withWords } from './references.ts';

/** How an article is cut up, and what is said of what does not fit. */
export interface Cutting {
  readonly cuts: readonly Cut[];
  /** The head of the article that a cut becomes. */
  readonly article: (cut: Cut, index: number) => Article;
  /** Such as `that cross the edge of a sentence`. */
  readonly why: string;
  readonly left: LeftOut;
}

/** Annotations of one article by the cut they came to stand in. */
interface Placed {
  readonly byCut: readonly (readonly Annotation[])[];
  /** The cut of each annotation, by its `layerKey`. */
  readonly cutOf: ReadonlyMap<string, number>;
}

function wordsIn(text: string, cut: Cut, pointed: QuotedSpans): QuotedSpans | undefined {
  const found = reanchor(text, { ...pointed, prefix: '', suffix: '' });
  const spans = found.ok ? spansInCut(cut, found.value.anchor.spans) : undefined;
  return spans && { quote: pointed.quote, spans };
}

/** Attributes whose words are in the cut; one whose words are not is left out. */
function cutAttributes(one: Annotation, text: string, cut: Cut, left: LeftOut) {
  const moved = Object.entries(one.attributes).flatMap(([name, value]): [string, Json][] => {
    const there = overBorder(value, {
      annotation: (id) => id,
      words: (pointed) => wordsIn(text, cut, pointed),
    });
    if (there !== undefined) return [[name, there]];
    left.leave('attributes whose words are left out', `${one.id}: ${name}`);
    return [];
  });
  return Object.fromEntries(moved);
}

/** The spans of an annotation as its words prove them; `undefined` where they are not in the text. */
function provenSpans(text: string, { anchor }: Annotation): readonly Span[] | undefined {
  const found = reanchor(text, anchor);
  return found.ok ? found.value.anchor.spans : undefined;
}

function place(
  annotations: readonly Annotation[],
  text: string,
  { cuts, why, left }: Cutting,
): Placed {
  const byCut: Annotation[][] = cuts.map(() => []);
  const cutOf = new Map<string, number>();
  for (const one of annotations) {
    const spans = provenSpans(text, one);
    const index = spans === undefined ? -1 : cuts.findIndex((cut) => spansInCut(cut, spans));
    const cut = cuts[index];
    const moved = cut && spans && spansInCut(cut, spans);
    const anchor = cut && moved && describeAnchor(cut.text, moved);
    if (cut === undefined || anchor?.ok !== true) {
      const what = spans === undefined ? 'whose words are not in the text' : why;
      left.leave(`annotations ${what}`, annotationExample(one));
      continue;
    }
    const attributes = cutAttributes(one, text, cut, left);
    byCut[index]?.push({ ...one, anchor: anchor.value, attributes });
    cutOf.set(layerKey(one), index);
  }
  return { byCut, cutOf };
}

/** Annotations with the words of those they name that stand in another cut, or in none. */
function withOthersInWords(from: ExportArticle, { byCut, cutOf }: Placed): Placed {
  const words = new Map(
    from.annotations.map((one) => [layerKey(one), one.anchor.quote.join(' … ')]),
  );
  const said = byCut.map((annotations, index) =>
    annotations.map((one) =>
      withWords(one, (id) => {
        const key = layerKey({ analyst: one.analyst, id });
        return cutOf.get(key) === index ? undefined : words.get(key);
      }),
    ),
  );
  return { byCut: said, cutOf };
}

function cutRelations(from: ExportArticle, { cutOf }: Placed, { cuts, why, left }: Cutting) {
  const byCut: Relation[][] = cuts.map(() => []);
  for (const one of from.relations) {
    const [begin, end] = [one.from, one.to].map((id) =>
      cutOf.get(layerKey({ analyst: one.analyst, id })),
    );
    const own = begin === undefined || begin !== end ? undefined : byCut[begin];
    if (own === undefined) left.leave(`relations ${why}, or with an end that does`, one.id);
    else own.push(one);
  }
  return byCut;
}

function cutComments(from: ExportArticle, { cutOf }: Placed, { cuts, left }: Cutting) {
  const byCut: Comment[][] = cuts.map(() => []);
  const there = new Set(from.annotations.map(layerKey));
  for (const one of from.comments ?? []) {
    const key = targetKey(one);
    const onArticle = key === undefined || !there.has(key);
    // What is said of the article is said of its one cut, but not of one of its sentences.
    const index = onArticle ? (cuts.length === 1 ? 0 : undefined) : cutOf.get(key);
    const own = index === undefined ? undefined : byCut[index];
    const what = onArticle
      ? 'comments on a whole article'
      : 'comments on annotations that are left out';
    if (own === undefined) left.leave(what, `${one.id}: ${one.text}`);
    else own.push(one);
  }
  return byCut;
}

/** The furniture that is left in a cut. */
export function furnitureIn(cut: Cut, furniture: readonly Furniture[]): readonly Furniture[] {
  return furniture.flatMap(({ start, end, kind }) => {
    const rest = restInCut(cut, [start, end]);
    return rest === undefined ? [] : [{ start: rest[0], end: rest[1], kind }];
  });
}

/**
 * An article as one or more texts cut from its own, each with the annotations that lie in it: offsets
 * are moved and quotes stay as they are. What does not lie in one cut is left out and counted. What is
 * about the article as a whole (document labels, notes, states) is for the caller to keep.
 */
export function cutArticle(from: ExportArticle, cutting: Cutting): ExportArticle[] {
  const { cuts, article, left } = cutting;
  const placed = withOthersInWords(from, place(from.annotations, from.text, cutting));
  const gold = from.gold && place(from.gold, from.text, cutting);
  const relations = cutRelations(from, placed, cutting);
  const comments = cutComments(from, placed, cutting);
  if ((from.decisions ?? []).length > 0) {
    left.leave('review decisions on a text that is cut', from.article.title);
  }
  const { decisions: _decisions, ...rest } = from;
  return cuts.map((cut, index) => {
    const head = article(cut, index);
    const ofIt = <T>(all: readonly (readonly T[])[]): T[] =>
      (all[index] ?? []).map((one) => ({ ...one, articleId: head.id }));
    return {
      ...rest,
      article: head,
      text: cut.text,
      annotations: ofIt(placed.byCut),
      relations: ofIt(relations),
      comments: ofIt(comments),
      ...(gold === undefined ? {} : { gold: ofIt(gold.byCut) }),
    };
  });
}
