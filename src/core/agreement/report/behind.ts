import { comparable } from './alpha-sums.ts';
import { type Block, exactBlock, type MatchedPair } from './blocks.ts';
import type { Collection, Mark } from './collection.ts';
import { binOf } from './offsets.ts';
import { type Part, partOfLabel, partOfVersion, partOfWeek, WHOLE } from './part.ts';
import type { Item, Reference, Selector } from './selector.ts';
import type { Unit } from './units.ts';

/** What a report was made of. */
export interface Material {
  readonly collection: Collection;
  /** By article, then by pair of analysts. */
  readonly blocks: readonly Block[];
  readonly units: readonly Unit[];
}

function partsOf({ collection }: Material, { label, week, version }: Selector): readonly Part[] {
  return [
    label === undefined ? WHOLE : partOfLabel(collection.labelAt(label) ?? -1, label),
    week === undefined ? WHOLE : partOfWeek(week),
    version === undefined ? WHOLE : partOfVersion(version),
  ];
}

function isOfPair({ collection }: Material, block: Block, { pair, article }: Selector): boolean {
  if (article !== undefined && collection.articles[block.article]?.id !== article) return false;
  if (pair === undefined) return true;
  const [a, b] = [collection.analystAt(pair[0]), collection.analystAt(pair[1])];
  return block.first === a && block.second === b;
}

function reference({ analysts, labels }: Collection, mark: Mark): Reference {
  return {
    analyst: analysts[mark.analyst]?.id ?? '',
    id: mark.id,
    label: labels[mark.label]?.id ?? '',
  };
}

function item(
  { collection }: Material,
  at: number,
  marks: readonly Mark[],
  of: Block | Unit,
): Item {
  const numbers = 'first' in of ? [of.first, of.second] : marks.map(({ analyst }) => analyst);
  return {
    articleId: collection.articles[at]?.id ?? '',
    annotations: marks.map((mark) => reference(collection, mark)),
    analysts: numbers.map((number) => collection.analysts[number]?.id ?? ''),
  };
}

/** True for what a cell of the confusion matrix counts: rows are of the first analyst. */
function isInCell({ collection }: Material, selector: Selector, a?: Mark, b?: Mark): boolean {
  const { cell } = selector;
  if (cell === undefined) return true;
  const of = (mark?: Mark) => (mark === undefined ? null : collection.labels[mark.label]?.id);
  return of(a) === cell[0] && of(b) === cell[1];
}

function isInBins(pair: MatchedPair, { start, end }: Selector): boolean {
  if (start !== undefined && binOf(pair, 'start') !== start) return false;
  return end === undefined || binOf(pair, 'end') === end;
}

function* pairsBehind(material: Material, selector: Selector): Generator<Item> {
  const parts = partsOf(material, selector);
  const { of, alone } = selector;
  for (const block of material.blocks) {
    if (!isOfPair(material, block, selector)) continue;
    const looked = of === 'exact' ? exactBlock(block) : block;
    for (const pair of alone === undefined ? looked.matched : []) {
      const marks = [pair.a, pair.b];
      const isIn =
        of === 'matched'
          ? parts.every((part) => part.together(marks))
          : parts.every((part) => marks.some(part.mark));
      if (!isIn || !isInBins(pair, selector)) continue;
      if (isInCell(material, selector, pair.a, pair.b)) {
        yield item(material, block.article, marks, block);
      }
    }
    if (of !== 'matched') yield* aloneBehind(material, selector, looked, parts);
  }
}

function* aloneBehind(
  material: Material,
  selector: Selector,
  block: Block,
  parts: readonly Part[],
): Generator<Item> {
  const { alone } = selector;
  const whose = alone === undefined ? undefined : material.collection.analystAt(alone);
  for (const mark of block.alone) {
    if (whose !== undefined && mark.analyst !== whose) continue;
    if (!parts.every((part) => part.mark(mark))) continue;
    const isFirst = mark.analyst === block.first;
    const [a, b] = isFirst ? [mark, undefined] : [undefined, mark];
    if (isInCell(material, selector, a, b)) yield item(material, block.article, [mark], block);
  }
}

function* unitsBehind(material: Material, selector: Selector): Generator<Item> {
  const { collection, units } = material;
  const parts = partsOf(material, selector);
  const at = collection.books.findIndex(({ attribute }) => attribute.id === selector.attribute);
  const book = collection.books[at];
  for (const unit of units) {
    const { article, marks } = unit;
    if (selector.article !== undefined && collection.articles[article]?.id !== selector.article) {
      continue;
    }
    if (!parts.every((part) => part.together(marks))) continue;
    const codes = marks.map(({ answers }) => answers[at] ?? -1);
    if (book !== undefined && comparable(codes, book.measure) === undefined) continue;
    yield item(material, article, marks, unit);
  }
}

/** The very things that a number of the report counts, in the order of the articles. */
export function* itemsBehind(material: Material, selector: Selector): Generator<Item> {
  if (selector.of === 'left') {
    if (selector.reason !== undefined) yield* material.collection.left.items(selector.reason);
  } else if (selector.of === 'units') yield* unitsBehind(material, selector);
  else yield* pairsBehind(material, selector);
}

/** One page of them, and how many there are. @param from position of the first */
export function pageBehind(
  material: Material,
  selector: Selector,
  from: number,
  count: number,
): { readonly total: number; readonly items: readonly Item[] } {
  const items: Item[] = [];
  let total = 0;
  for (const one of itemsBehind(material, selector)) {
    if (total >= from && items.length < count) items.push(one);
    total += 1;
  }
  return { total, items };
}
