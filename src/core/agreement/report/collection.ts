import { belongsTo } from '../../codebook/belongs.ts';
import { wordLabels } from '../../model/codebook.ts';
import { compareSpans, type Span } from '../../model/span.ts';
import type { Placed } from '../align.ts';
import { AnswerBook, NOT_ASKED } from './answers.ts';
import type {
  ReportAnnotation,
  ReportArticle,
  ReportLayer,
  ReportOptions,
  ReportProject,
} from './input.ts';
import { LeftOut } from './left-out.ts';
import type { LeftReason } from './selector.ts';
import { weekOf } from './week.ts';

/** An annotation that counts. */
export interface Mark extends Placed {
  readonly id: string;
  /** Number of its analyst among those compared. */
  readonly analyst: number;
  /** The Monday of the week in which it was made, or empty. */
  readonly week: string;
  readonly version: number;
  /** The code of its answer to each attribute that counts. */
  readonly answers: Int32Array;
}

/** An article that at least two read. */
export interface Compared {
  readonly id: string;
  readonly title: string;
  /** The annotations of each who read it, in reading order, by number of the analyst. */
  readonly layers: ReadonlyMap<number, readonly Mark[]>;
}

const NOWHERE: Span = [0, 0];

function inReadingOrder(a: Mark, b: Mark): number {
  const order = compareSpans(a.spans[0] ?? NOWHERE, b.spans[0] ?? NOWHERE);
  if (order !== 0) return order;
  return a.id < b.id ? -1 : 1;
}

/** Takes articles in, one after the other, and keeps what counts of them and what does not. */
export class Collection {
  readonly project: ReportProject;
  readonly options: ReportOptions;
  readonly analysts: readonly { readonly id: string; readonly name: string }[];
  readonly labels: readonly { readonly id: string; readonly name: string }[];
  readonly books: readonly AnswerBook[];
  readonly articles: Compared[] = [];
  readonly left = new LeftOut();
  layers = 0;
  annotations = 0;
  readByAll = 0;
  readonly #analystAt: ReadonlyMap<string, number>;
  readonly #labelAt: ReadonlyMap<string, number>;
  readonly #chosen: ReadonlySet<string> | undefined;
  /** Which attributes are asked of a label, by its number. */
  readonly #asked: readonly (readonly boolean[])[];

  constructor(project: ReportProject, options: ReportOptions) {
    this.project = project;
    this.options = options;
    const analysts = options.analysts && new Set(options.analysts);
    this.analysts = project.analysts.filter(({ id }) => analysts?.has(id) !== false);
    this.#chosen = options.articles && new Set(options.articles);
    const wanted = options.labels && new Set(options.labels);
    const labels = wordLabels(project.codebook.labels).filter((label) =>
      wanted === undefined ? !label.retired && !label.helper : wanted.has(label.id),
    );
    this.labels = labels;
    this.books = project.codebook.attributes
      .filter(
        (one) => one.enabled && one.agreement && labels.some((label) => belongsTo(one, label)),
      )
      .toSorted((a, b) => a.order - b.order)
      .map((one) => new AnswerBook(one));
    this.#asked = labels.map((label) =>
      this.books.map(({ attribute }) => belongsTo(attribute, label)),
    );
    this.#analystAt = new Map(this.analysts.map(({ id }, at) => [id, at]));
    this.#labelAt = new Map(labels.map(({ id }, at) => [id, at]));
  }

  /** Number of an analyst among those compared. */
  analystAt(id: string): number | undefined {
    return this.#analystAt.get(id);
  }

  /** Number of a label among those that count. */
  labelAt(id: string): number | undefined {
    return this.#labelAt.get(id);
  }

  /** Takes an article with its layers. Reads nothing of it later. */
  add(article: ReportArticle): void {
    if (this.#chosen?.has(article.id) === false) {
      this.left.article('article-not-chosen', article.id, []);
      return;
    }
    const counted = article.layers.filter((layer) => this.#counts(article, layer));
    const readers = counted.map(({ analyst }) => analyst);
    const why = this.#tooFew(readers.length);
    if (why !== undefined) {
      this.left.article(why, article.id, readers);
      return;
    }
    if (readers.length === this.analysts.length) this.readByAll += 1;
    const layers = new Map<number, readonly Mark[]>();
    for (const layer of counted) {
      const marks = this.#marks(article.id, layer);
      layers.set(this.analystAt(layer.analyst) ?? 0, marks);
      this.layers += 1;
      this.annotations += marks.length;
    }
    const ordered = new Map([...layers].sort(([a], [b]) => a - b));
    this.articles.push({ id: article.id, title: article.title, layers: ordered });
  }

  #tooFew(readers: number): LeftReason | undefined {
    if (readers === 0) return 'no-reader';
    if (readers === 1) return 'one-reader';
    const needsAll = this.options.readers === 'all';
    return needsAll && readers < this.analysts.length ? 'not-all-readers' : undefined;
  }

  #counts({ id }: ReportArticle, layer: ReportLayer): boolean {
    const why = this.#whyNot(layer);
    if (why === undefined) return true;
    this.left.layer(why, id, layer.analyst);
    return false;
  }

  #whyNot({ analyst, submitted }: ReportLayer): LeftReason | undefined {
    if (!this.#analystAt.has(analyst)) return 'analyst-not-chosen';
    return submitted || this.options.unsubmitted ? undefined : 'not-submitted';
  }

  #marks(articleId: string, { analyst, annotations }: ReportLayer): readonly Mark[] {
    const marks: Mark[] = [];
    for (const annotation of annotations) {
      const label = this.#labelAt.get(annotation.label);
      if (annotation.inFurniture || label === undefined) {
        const why = annotation.inFurniture ? 'furniture' : this.#whyNoLabel(annotation.label);
        this.left.annotation(why, articleId, {
          analyst,
          id: annotation.id,
          label: annotation.label,
        });
      } else marks.push(this.#mark(annotation, this.analystAt(analyst) ?? 0, label));
    }
    return marks.sort(inReadingOrder);
  }

  #whyNoLabel(id: string): LeftReason {
    const label = this.project.codebook.labels.find((one) => one.id === id);
    if (label === undefined) return 'unknown-label';
    if (this.options.labels !== undefined) return 'label-not-chosen';
    return label.retired ? 'retired-label' : 'helper-label';
  }

  #mark(of: ReportAnnotation, analyst: number, label: number): Mark {
    const asked = this.#asked[label];
    const codes = this.books.map((book, at) =>
      asked?.[at] === true ? book.codeOf(of.attributes) : NOT_ASKED,
    );
    return {
      id: of.id,
      spans: of.spans,
      label,
      analyst,
      week: weekOf(of.createdAt),
      version: of.codebookVersion,
      answers: Int32Array.from(codes),
    };
  }
}
