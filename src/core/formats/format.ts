import type { Annotation, DocumentLabels, Relation } from '../model/annotation.ts';
import type { Article } from '../model/article.ts';
import type { Comment } from '../model/comment.ts';
import type { Json } from '../model/json.ts';
import type { LayerDocument } from '../model/layer-document.ts';
import type { Result } from '../result.ts';
import type { OffsetUnit } from '../text/offsets.ts';
import type { LossLog } from './loss.ts';

/** One way in which annotated articles travel. A format is one file and one line in `index.ts`. */
export interface Format {
  /** Lower-case, as typed on the command line. */
  readonly id: string;
  /** As shown to people. */
  readonly label: string;
  /** With their dot, the usual one first. */
  readonly extensions: readonly string[];
  /** Unit of the offsets in its files, where nothing else is asked for. */
  readonly offsetUnit: OffsetUnit;
  /** What the format can carry. What it cannot is counted in the {@link LossLog}. */
  readonly can: Capabilities;
  /**
   * True when a file looks like this format and no other.
   * @param sample the file's beginning; may be cut anywhere
   */
  readonly sniff: (sample: string, name: string) => boolean;
  readonly read?: Reader;
  readonly write?: Writer;
}

/** What a format keeps. */
export interface Capabilities {
  readonly overlap: boolean;
  readonly discontinuous: boolean;
  readonly zeroWidth: boolean;
  readonly relations: boolean;
  readonly attributes: boolean;
  readonly analysts: boolean;
  readonly documentLabels: boolean;
}

/** The labels that one analyst gave the article as a whole. */
export interface AnalystDocumentLabels {
  /** Analyst id. */
  readonly analyst: string;
  readonly labels: DocumentLabels;
}

/** What one analyst says about the article as a whole, beside its labels. */
export type AnalystDocument = Pick<LayerDocument, 'analyst'> &
  Partial<Pick<LayerDocument, 'note' | 'state' | 'seen'>>;

/** One article with all that goes into a file. */
export interface ExportArticle {
  readonly article: Article;
  /** The stored text. */
  readonly text: string;
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  readonly documentLabels: readonly AnalystDocumentLabels[];
  readonly documents?: readonly AnalystDocument[];
  readonly comments?: readonly Comment[];
  /** The adjudicated layer. */
  readonly gold?: readonly Annotation[];
  /** Review decisions, opaque here. */
  readonly decisions?: readonly Json[];
  /** Name of an analyst id; the id itself where nobody knows the name. */
  readonly analystName: (id: string) => string;
  /** Name of a label id; the id itself where the codebook does not have it. */
  readonly labelName: (id: string) => string;
}

/** What the person who exports may choose. */
export interface WriteOptions {
  readonly offsetUnit: OffsetUnit;
}

/** Yields a file piece by piece. What the file cannot hold goes to `losses`, never silently. */
export type Writer = (
  articles: Iterable<ExportArticle>,
  options: WriteOptions,
  losses: LossLog,
) => Iterable<string>;

/** What a reader needs to know that a file may leave out, so that reading is repeatable. */
export interface ReadOptions {
  /** SHA-256 of a text in UTF-8, lower-case hex. */
  readonly sha256: (text: string) => string;
  /** Name of the analyst to whom unsigned annotations belong. */
  readonly analyst: string;
  /** ISO-8601 UTC, for what carries no time of its own. */
  readonly at: string;
  readonly codebookVersion: number;
  /** How what carries no origin came to be. */
  readonly origin: Annotation['origin'];
  /** Overrides what the file says. */
  readonly offsetUnit?: OffsetUnit;
}

/** An annotation as a file tells it: with names, because ids of labels and people are ours. */
export interface ReadAnnotation extends Omit<Annotation, 'label' | 'analyst'> {
  readonly labelName: string;
  readonly analystName: string;
}

/** A relation as a file tells it. */
export interface ReadRelation extends Omit<Relation, 'analyst'> {
  readonly analystName: string;
}

/** A comment as a file tells it. */
export interface ReadComment extends Omit<Comment, 'analyst' | 'targetAnalyst'> {
  readonly analystName: string;
  /** Empty where the comment is on the article. */
  readonly targetAnalystName: string;
}

/** What one analyst says about the article as a whole, as a file tells it. */
export type ReadDocument = Omit<AnalystDocument, 'analyst'> & { readonly analystName: string };

/** Something that was noticed and dealt with. */
export interface ReadWarning {
  readonly kind:
    | 'moved'
    | 'id-replaced'
    | 'other-unit'
    | 'unit-assumed'
    | 'characters-replaced'
    | 'furniture-dropped'
    | 'unknown-field';
  readonly message: string;
  /** Annotation id, where it concerns one. */
  readonly annotation?: string;
}

/** Something in an article that could not be taken over. */
export interface Refusal {
  readonly what:
    | 'annotation'
    | 'relation'
    | 'gold'
    | 'comment'
    | 'attribute'
    | 'document'
    | 'decision';
  /** Its id in the file (an attribute's: its annotation's), or its place where it has none. */
  readonly id: string;
  /** Such as `annotations[3]`. */
  readonly place: string;
  /** In words, as the end of `annotations[3]: …`; no full stop. */
  readonly reason: string;
}

/** A field that this version does not know, as it stood in the file. */
export interface UnknownField {
  /** Such as `annotations[3].score`. */
  readonly path: string;
  readonly value: Json;
}

/** One article out of a file. */
export interface ReadArticle {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly article: Article;
  readonly text: string;
  readonly annotations: readonly ReadAnnotation[];
  readonly relations: readonly ReadRelation[];
  readonly documentLabels: readonly {
    readonly analystName: string;
    readonly labels: DocumentLabels;
  }[];
  readonly documents: readonly ReadDocument[];
  readonly comments: readonly ReadComment[];
  /** Names of those the article is assigned to; their ids are in `article.assigned`. */
  readonly assignedNames: readonly string[];
  readonly gold: readonly ReadAnnotation[];
  readonly decisions: readonly Json[];
  readonly warnings: readonly ReadWarning[];
  readonly refused: readonly Refusal[];
  readonly unknown: readonly UnknownField[];
}

/** Why a line gave no article. */
export interface ReadProblem {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units, where it is known. */
  readonly column?: number;
  readonly message: string;
}

/** Reads a file line by line. One bad line never stops the others. */
export type Reader = (
  lines: Iterable<string>,
  options: ReadOptions,
) => Iterable<Result<ReadArticle, ReadProblem>>;
