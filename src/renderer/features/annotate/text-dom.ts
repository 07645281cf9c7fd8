import type { Furniture } from '../../../core/model/article.ts';
import { directionOf } from '../../../core/text/direction.ts';
import { showPlain } from './block-view.ts';
import { createFoldBar, createKindButton, type FoldBar } from './fold-bar.ts';
import { placesOf, type SectionPlaces } from './section-places.ts';
import styles from './text.module.css';
import type { Block, Section, TextPlan } from './text-plan.ts';

/** The text in the page: sections, and in them blocks and what is between them. */
export interface TextDom extends SectionPlaces {
  readonly sections: readonly HTMLElement[];
  /** About how high each section will be, in CSS pixels. */
  readonly heights: readonly number[];
  /** About how high a block will be, in CSS pixels; 0 for furniture, which is folded. */
  readonly estimate: (block: Block) => number;
  /** The element of a block, filled with its text; by index. */
  readonly blockElement: (index: number) => HTMLElement;
  readonly blockIndex: (node: Node) => number | undefined;
  /** Puts the text of a section into the page, if it is not there yet. */
  readonly fill: (section: number) => void;
  /** Folds or unfolds a block of furniture. */
  readonly setFolded: (group: number, folded: boolean) => void;
  readonly isFolded: (group: number) => boolean;
}

/** What can be pressed in the text. */
export interface TextActions {
  readonly onFold: (group: number) => void;
  readonly onNotFurniture: (stretch: Furniture) => void;
  /** The browser's own search has found words inside folded furniture. */
  readonly onFound: (group: number) => void;
}

/** Characters on a line and height of a line at the default size, for sections not yet laid out. */
const LINE_CHARACTERS = 64;
const LINE_HEIGHT = 35;
const GAP = 10;

function estimate({ kind, start, end, group }: Block): number {
  if (group !== -1) return 0;
  if (kind === 'blank') return GAP;
  return Math.ceil((end - start) / LINE_CHARACTERS) * LINE_HEIGHT + GAP;
}

function estimateAll(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + estimate(block), 0);
}

const ELEMENTS = { paragraph: 'p', continued: 'p', headline: 'h1', blank: 'div' } as const;

/** One empty block a kind; the others are copies, which cost less than setting each one up. */
const masters = new Map<Block['kind'], HTMLElement>();

function masterOf(kind: Block['kind']): HTMLElement {
  const known = masters.get(kind);
  if (known !== undefined) return known;
  const element = document.createElement(ELEMENTS[kind]);
  element.className = styles['block'] ?? '';
  element.dataset['kind'] = kind;
  masters.set(kind, element);
  return element;
}

function blockElementFor(block: Block, { text, dir }: TextPlan): HTMLElement {
  const element = masterOf(block.kind).cloneNode() as HTMLElement;
  const own = block.dir === 'auto' ? directionOf(text.slice(block.start, block.end)) : block.dir;
  if (own !== dir) element.dir = own;
  if (block.number > 0 && block.kind === 'paragraph') {
    element.setAttribute('data-number', String(block.number));
  }
  return element;
}

interface GroupParts {
  readonly bar: FoldBar;
  readonly parts: HTMLElement[];
  folded: boolean;
}

/** What the building of one text shares. */
interface Build {
  readonly plan: TextPlan;
  readonly actions: TextActions;
  readonly elements: HTMLElement[];
  readonly indices: Map<Node, number>;
  readonly groups: readonly GroupParts[];
}

/** The browser's own search finds words in it and opens it. */
const FOLDED = 'until-found';

function furniturePart({ groups, actions }: Build, group: number): HTMLElement {
  const part = document.createElement('div');
  part.className = styles['furniture'] ?? '';
  if (groups[group]?.folded === true) part.setAttribute('hidden', FOLDED);
  part.addEventListener('beforematch', () => actions.onFound(group));
  groups[group]?.parts.push(part);
  return part;
}

function kindsAt({ plan, actions }: Build, { start, end, group }: Block): HTMLElement[] {
  const stretches = plan.groups[group]?.stretches ?? [];
  return stretches
    .filter((one) => one.start >= start && one.start < end)
    .map((one) => createKindButton(one, () => actions.onNotFurniture(one)));
}

function makeBlock(build: Build, index: number, block: Block): HTMLElement {
  const element = blockElementFor(block, build.plan);
  build.elements[index] = element;
  build.indices.set(element, index);
  showPlain(element, build.plan.text, [block.start, block.end]);
  return element;
}

/** What a section holds: blocks of the article, and furniture in parts, each group under its bar. */
function childrenOf(build: Build, { from, to }: Section): HTMLElement[] {
  const { plan, groups } = build;
  const children: HTMLElement[] = [];
  let part: HTMLElement | undefined;
  for (let index = from; index < to; index += 1) {
    const block = plan.blocks[index];
    if (block === undefined) break;
    const element = makeBlock(build, index, block);
    if (block.group === -1) {
      part = undefined;
      children.push(element);
      continue;
    }
    const bar = groups[block.group]?.bar.element;
    if (plan.groups[block.group]?.start === block.start && bar !== undefined) {
      part = undefined;
      children.push(bar);
    }
    if (part === undefined) children.push((part = furniturePart(build, block.group)));
    part.append(...kindsAt(build, block), element);
  }
  return children;
}

function sectionFor(height: number): HTMLElement {
  const element = document.createElement('div');
  element.className = styles['section'] ?? '';
  element.style.containIntrinsicSize = `auto none auto ${String(height)}px`;
  return element;
}

/** Builds the sections of a text; their blocks come with {@link TextDom.fill}. */
export function buildTextDom(plan: TextPlan, actions: TextActions): TextDom {
  const filled = new Set<number>();
  const groups = plan.groups.map((group, index): GroupParts => {
    const bar = createFoldBar(group, index === 0, () => actions.onFold(index));
    bar.setFolded(true);
    return { bar, parts: [], folded: true };
  });
  const build: Build = { plan, actions, elements: [], indices: new Map(), groups };
  const heights = plan.sections.map(({ from, to }) => estimateAll(plan.blocks.slice(from, to)));
  const sections = heights.map(sectionFor);
  const places = placesOf(sections, heights);

  const fill: TextDom['fill'] = (index) => {
    const section = plan.sections[index];
    if (section === undefined || filled.has(index)) return;
    filled.add(index);
    sections[index]?.replaceChildren(...childrenOf(build, section));
  };

  return {
    ...places,
    sections,
    heights,
    estimate,
    fill,
    blockElement(index) {
      if (build.elements[index] === undefined) {
        fill(plan.sections.findIndex(({ to }) => index < to));
      }
      return build.elements[index] ?? document.createElement('p');
    },
    blockIndex: (node) => build.indices.get(node),
    isFolded: (group) => groups[group]?.folded === true,
    setFolded(group, folded) {
      const one = groups[group];
      if (one === undefined || one.folded === folded) return;
      one.folded = folded;
      one.bar.setFolded(folded);
      for (const part of one.parts) {
        if (folded) part.setAttribute('hidden', FOLDED);
        else part.removeAttribute('hidden');
      }
    },
  };
}
