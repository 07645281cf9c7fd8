import type { Annotation, DocumentLabels, Relation } from '../model/annotation.ts';
import type { Article } from '../model/article.ts';
import type { CodebookContent } from '../model/codebook.ts';
import type { Comment } from '../model/comment.ts';
import type { Json } from '../model/json.ts';
import type { LayerDocument } from '../model/layer-document.ts';
import type { Result } from '../result.ts';
import type { OffsetUnit } from '../text/offsets.ts';
import type { Capabilities } from './capabilities.ts';
import type { LossLog } from './loss.ts';

/** One way in which annotated articles travel. A format is one file and one line in `index.ts`. */
export interface Format {
  /** Lower-case, as typed on the command line. */
  readonly id: string;
  /** As shown to people. */
  readonly label: string;
  /** With their dot, the usual one first. */
  readonly extensions: readonly string[];
  /** What a dataset is on the disk: one file, a folder of files, or a zip that is opened as one. */
  readonly layout: 'file' | 'folder' | 'zip';
  /** Unit of the offsets in its files, where nothing else is asked for. */
  readonly offsetUnit: OffsetUnit;
  /** What the format can carry. What it cannot is counted in the {@link LossLog}. */
  readonly can: Capabilities;
  /**
   * True when a file looks like this format and no other.
   * @param sample the file's beginning; may be cut anywhere
   */
  readonly sniff: (sample: string, name: string) => boolean;
  /**
   * Names, in the same folder, of the files that belong to a file of this format: they are read
   * with it and are no articles of their own.
   */
  readonly companions?: (name: string) => readonly string[];
  /** True where its files tell the splits apart; any other format gets a dataset for each split. */
  readonly holdsSplits?: boolean;
  /** True where it tags tokens by a scheme that can be chosen. */
  readonly hasScheme?: boolean;
  readonly read?: Reader;
  readonly write?: Writer;
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

/** The parts of a dataset that machines learn from, tune on and are judged by. */
export type Split = 'train' | 'dev' | 'test';

/** One article with all that goes into a file. */
export interface ExportArticle {
  readonly article: Article;
  /** The stored text. */
  readonly text: string;
  /** The part of a dataset it belongs to, where the dataset is split. */
  readonly split?: Split;
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
  /** How formats of tagged tokens say where an entity begins and ends; `IOB2` where it is absent. */
  readonly scheme?: 'IOB2' | 'BIOES';
}

/** What a dataset says about itself, beside its articles. */
export interface DatasetFacts {
  /** The project's name. */
  readonly name: string;
  readonly codebook: CodebookContent & { readonly version: number };
  /** Everybody whose layers may come. */
  readonly analysts: readonly { readonly id: string; readonly name: string }[];
  /** Such as `Verbale 0.1.0`. */
  readonly tool: string;
  /** ISO-8601 UTC. */
  readonly at: string;
  /** SHA-256 of a text in UTF-8, lower-case hex; ids that a format demands are made from it. */
  readonly sha256: (text: string) => string;
}

/** A piece of a file. Pieces of one path belong together in the order in which they come. */
export interface FilePiece {
  /**
   * Relative, with `/`, of safe names. Empty for the one file of a format whose layout is `file`;
   * any other path of such a format is a file beside it.
   */
  readonly path: string;
  /** A string is written as UTF-8. */
  readonly data: string | Uint8Array;
}

/** Writes one dataset, article by article, so that no more than one has to be in memory. */
export interface DatasetWriter {
  readonly article: (from: ExportArticle) => Iterable<FilePiece>;
  /** What comes after the last article. */
  readonly end: () => Iterable<FilePiece>;
}

/** Begins a dataset. What its files cannot hold goes to `losses`, never silently. */
export type Writer = (facts: DatasetFacts, options: WriteOptions, losses: LossLog) => DatasetWriter;

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
    | 'unknown-field'
    | 'let-pass';
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
  /** Path of the file in the dataset, where the dataset has several. */
  readonly file?: string;
  /** Line of the file where it begins, from 1. */
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

/** Why a place in a file gave no article. */
export interface ReadProblem {
  /** Path of the file in the dataset, where the dataset has several. */
  readonly file?: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units, where it is known. */
  readonly column?: number;
  readonly message: string;
}

/** A file of a dataset. It is read when it is asked for; what is no UTF-8 throws `NotUtf8`. */
export interface InputFile {
  /** Relative to the dataset, with `/`. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly bytes: () => Uint8Array;
  /** Decoded as UTF-8, one BOM left out. */
  readonly text: () => string;
  /** As `fileLines` cuts them. */
  readonly lines: () => Iterable<string>;
}

/** The files of one dataset, in order of their paths: often only one. */
export interface DatasetInput {
  /** The file that was chosen, or the first that the format claims. */
  readonly main: InputFile;
  readonly files: readonly InputFile[];
}

/** Reads a dataset article by article. One bad article never stops the others. */
export type Reader = (
  input: DatasetInput,
  options: ReadOptions,
) => Iterable<Result<ReadArticle, ReadProblem>>;
