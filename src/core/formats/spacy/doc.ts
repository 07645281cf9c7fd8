import type { JsonObject } from '../../model/json.ts';
import { type OffsetConverter, offsetConverter } from '../../text/offsets.ts';
import { articleFacts } from '../article-facts.ts';
import type { Capabilities } from '../capabilities.ts';
import type { ExportArticle } from '../format.ts';
import type { LossLog } from '../loss.ts';
import { placeAnnotation } from '../place-annotation.ts';
import {
  type AlignedAnnotation,
  alignAnnotations,
  selectApart,
  type Token,
  type TokenisedText,
  tokenise,
} from '../tokens.ts';
import { loseUnsupported } from '../unsupported.ts';
import {
  annotationRemarks,
  plain,
  relationRemarks,
  relationsAmong,
  type WriteContext,
} from '../write-parts.ts';
import { UNSETTLED } from './symbols.ts';

/** What a spaCy document holds, its `spans` and `user_data` included. */
export const SPACY_CAN: Capabilities = {
  overlap: true,
  discontinuous: false,
  zeroWidth: false,
  relations: true,
  attributes: true,
  analysts: false,
  documentLabels: true,
};

/** A token as spaCy has it: `after` is true where one blank, U+0020, follows and is not a token's. */
export interface SpacyToken extends Pick<Token, 'start' | 'end' | 'text'> {
  readonly after: boolean;
}

/** White space that is more than the one blank after a token is a token by itself. */
function gapTokens(text: string, from: number, to: number): SpacyToken[] {
  if (from === to) return [];
  const isLong = to - from > 1 && text.charAt(to - 1) === ' ';
  const end = isLong ? to - 1 : to;
  return [{ start: from, end, text: text.slice(from, end), after: isLong }];
}

/** Joins what spaCy could not look up with what follows. */
function settled(tokens: readonly Token[], text: string): readonly Token[] {
  if (!tokens.some((token) => UNSETTLED.has(token.text))) return tokens;
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    if (last !== undefined && UNSETTLED.has(last.text)) {
      joined[joined.length - 1] = {
        ...token,
        start: last.start,
        text: text.slice(last.start, token.end),
      };
    } else joined.push(token);
  }
  return joined;
}

/** Tokens whose texts and blanks put together are the text, as `Doc(words, spaces)` wants them. */
export function spacyTokens({ text, tokens }: TokenisedText): readonly SpacyToken[] {
  const all: SpacyToken[] = [];
  let at = 0;
  const fill = (to: number): void => {
    const last = all.at(-1);
    const hasBlank = last !== undefined && at < to && text.charAt(at) === ' ';
    if (hasBlank) all[all.length - 1] = { ...last, after: true };
    all.push(...gapTokens(text, hasBlank ? at + 1 : at, to));
  };
  for (const token of settled(tokens, text)) {
    fill(token.start);
    all.push({ start: token.start, end: token.end, text: token.text, after: false });
    at = token.end;
  }
  fill(text.length);
  return all;
}

/** An article as a spaCy document. */
export interface SpacyDoc {
  readonly text: string;
  readonly tokens: readonly SpacyToken[];
  /** Apart from each other, in order. */
  readonly entities: readonly AlignedAnnotation[];
  /** All, overlapping or not. */
  readonly spans: readonly AlignedAnnotation[];
  readonly sentenceStarts: ReadonlySet<number>;
  /** What is true of the whole text. */
  readonly cats: Readonly<Record<string, number>>;
  /** What spaCy has no field for. */
  readonly userData: JsonObject;
  readonly converter: OffsetConverter;
}

function userData(context: WriteContext, spans: readonly AlignedAnnotation[]): JsonObject {
  const { from } = context;
  const relations = relationsAmong(spans, context).map((relation) => ({
    ...relationRemarks(relation, context),
    type: relation.type,
    from: relation.from,
    to: relation.to,
  }));
  const labels = from.documentLabels.map(({ analyst, labels: given }) => [
    from.analystName(analyst),
    plain(given, analyst, context),
  ]);
  return {
    article: articleFacts(from.article),
    spans: spans.map((one) => ({ id: one.annotation.id, ...annotationRemarks(one, context) })),
    ...(relations.length === 0 ? {} : { relations }),
    ...(labels.length === 0 ? {} : { document_labels: Object.fromEntries(labels) as JsonObject }),
  };
}

function catsOf(from: ExportArticle): Readonly<Record<string, number>> {
  const names = from.documentLabels.flatMap(({ labels }) => Object.keys(labels)).sort();
  return Object.fromEntries(names.map((name) => [from.labelName(name), 1]));
}

/** An article as a document, its annotations aligned to tokens, those that cannot be counted as lost. */
export function spacyDoc(from: ExportArticle, losses: LossLog): SpacyDoc {
  const keeps = {
    articlesWithoutAnnotations: true,
    notes: true,
    confidence: true,
    relationNotes: true,
  };
  loseUnsupported(from, SPACY_CAN, keeps, losses);
  const converter = offsetConverter(from.text, 'codePoint');
  const tokenised = tokenise(from.text);
  const tokens = spacyTokens(tokenised);
  const placed = from.annotations.filter(
    (one) => placeAnnotation(one, from.text, converter, losses) !== undefined,
  );
  const asTokens = tokens.map((token) => ({ ...token, spaceAfter: token.after }));
  const spans = alignAnnotations(placed, asTokens, losses);
  // What overlaps is not lost: it stays among the spans.
  const unseen: LossLog = { wrote: () => {}, lost: () => {}, records: () => 0, losses: () => [] };
  const firsts = new Set(tokenised.sentences.map(([first]) => tokenised.tokens[first]?.start ?? 0));
  // spaCy refuses to learn from entities with white space at an edge (its E024).
  const isEdge = (token: number): boolean => /^\s+$/.test(tokens[token]?.text ?? '');
  return {
    text: from.text,
    tokens,
    entities: selectApart(
      spans.filter(({ range: [first, end] }) => !isEdge(first) && !isEdge(end - 1)),
      unseen,
    ),
    spans,
    sentenceStarts: firsts,
    cats: catsOf(from),
    userData: userData({ from, converter, losses }, spans),
    converter,
  };
}
