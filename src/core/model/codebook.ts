import type { Attribute } from './attribute.ts';

/** The lines that can be drawn under an annotation. */
export const LABEL_PATTERNS = ['single', 'double', 'dashed', 'dotted'] as const;

/** The line drawn under an annotation, so that labels are told apart without colour. */
export type LabelPattern = (typeof LABEL_PATTERNS)[number];

/** The colour families that labels can have. */
export const LABEL_HUES = [
  'blue',
  'red',
  'ochre',
  'grey',
  'violet',
  'green',
  'brown',
  'pink',
] as const;

/** The colour family of a label; the renderer holds the shades for each theme. */
export type LabelHue = (typeof LABEL_HUES)[number];

/** A label of the codebook. */
export interface Label {
  readonly id: string;
  readonly name: string;
  /** One character, shown in the chip. */
  readonly letter: string;
  readonly hue: LabelHue;
  readonly pattern: LabelPattern;
  /** The key that tags the selection with it, `1`–`9`, or empty. */
  readonly shortcut: string;
  /** One or two sentences that say what belongs under the label. */
  readonly definition: string;
  /** Position in the toolbar, ascending. */
  readonly order: number;
  /** When to use it and when not, in Markdown. */
  readonly guideline: string;
  /** May stand between two characters, on no words at all. */
  readonly zeroWidth: boolean;
  /** Serves other labels and is not counted as an act, as an actor does. */
  readonly helper: boolean;
  /** No longer offered; the annotations that have it keep it. */
  readonly retired: boolean;
  /** For whole articles, not for words. Absent for words. */
  readonly document?: boolean | undefined;
}

/** A kind of directed link between two annotations. */
export interface RelationType {
  readonly id: string;
  readonly name: string;
  /** Label ids it may start from; empty for any. */
  readonly from: readonly string[];
  /** Label ids it may lead to; empty for any. */
  readonly to: readonly string[];
  /** Both ends must have the same label. */
  readonly sameLabel: boolean;
  readonly definition: string;
  /** Position in the list, ascending. */
  readonly order: number;
}

/** A numbered ruling on a borderline case. */
export interface Rule {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** Markdown. */
  readonly text: string;
  readonly example: string;
  readonly counterExample: string;
  /** Ids of the labels it is about; empty for all. */
  readonly labels: readonly string[];
  /** Position in the list, ascending. */
  readonly order: number;
}

/** What a team agreed to mark, and how; everything but its version. */
export interface CodebookContent {
  readonly name: string;
  /** What holds for every label, in Markdown. */
  readonly guidelines: string;
  readonly labels: readonly Label[];
  readonly attributes: readonly Attribute[];
  readonly relationTypes: readonly RelationType[];
  readonly rules: readonly Rule[];
}

/** The codebook in force. */
export interface Codebook extends CodebookContent {
  /** Counts up from 1 with each publication; every annotation is stamped with it. */
  readonly version: number;
}

/** A codebook as it was published. */
export interface CodebookVersion {
  readonly number: number;
  /** ISO-8601 UTC; empty where it is not known. */
  readonly at: string;
  /** Analyst id; empty where it is not known. */
  readonly by: string;
  readonly summary: string;
  readonly content: CodebookContent;
}

/** The labels every new project begins with (DESIGN §8). */
export const DEFAULT_LABELS: readonly Label[] = [
  {
    id: 'claim',
    name: 'Claim',
    letter: 'C',
    hue: 'blue',
    pattern: 'single',
    shortcut: '1',
    definition:
      'A statement by an identifiable source that something was, is or will be so, and that evidence could support or refute. A demand for action is not a claim.',
    order: 1,
    guideline:
      'Mark the words that assert something which evidence could bear out or knock down, whether or not you believe it. Leave out who says it and how: that is what the attributes are for.\n\n**Not a claim:** praise, blame and other judgements of value; questions; demands that somebody act; announcements of a cost to come (a threat).',
    zeroWidth: false,
    helper: false,
    retired: false,
  },
  {
    id: 'threat',
    name: 'Threat',
    letter: 'T',
    hue: 'red',
    pattern: 'double',
    shortcut: '2',
    definition:
      'Words by which a speaker, or one they speak for, will or may impose a cost on a target, with or without a condition.',
    order: 2,
    guideline:
      'Mark the words that announce the cost, together with the condition where one is stated. The speaker, or someone they speak for, must be able to bring the cost about.\n\n**Not a threat:** a warning about harm the speaker does not control (a claim, `prediction`); a demand without a cost; a deed already done.',
    zeroWidth: false,
    helper: false,
    retired: false,
  },
  {
    id: 'sanctions-proposal',
    name: 'Sanctions proposal',
    letter: 'S',
    hue: 'ochre',
    pattern: 'dashed',
    shortcut: '3',
    definition:
      'A call, plan or motion for a restrictive measure against a clear target before it is in force, or to tighten, extend, ease, lift or oppose one.',
    order: 3,
    guideline:
      'Mark the words that carry the call, plan, motion or objection. Ask three things: which measure, against whom, and at which stage it is. A measure already in force is not a proposal, but a call to widen, prolong, ease or lift it is one.\n\n**Not a proposal:** an expectation by onlookers that sanctions will come (a claim, `prediction`); fines by a court; bans by a sports body.',
    zeroWidth: false,
    helper: false,
    retired: false,
  },
  {
    id: 'actor',
    name: 'Actor',
    letter: 'A',
    hue: 'grey',
    pattern: 'dotted',
    shortcut: '4',
    definition: 'A helper label: a person, body or state that speaks, is addressed, or would act.',
    order: 4,
    guideline:
      'Mark an actor once in an article, where the name is fullest, and point to it from the acts. Actors are not acts: they are left out of counts and, by default, out of agreement.',
    zeroWidth: false,
    helper: true,
    retired: false,
  },
];

/** The label whose id or name this is; names are compared without regard to case. */
export function findLabel(labels: readonly Label[], idOrName: string): Label | undefined {
  const wanted = idOrName.normalize('NFC').toLowerCase();
  return (
    labels.find((label) => label.id === idOrName) ??
    labels.find((label) => label.name.normalize('NFC').toLowerCase() === wanted)
  );
}

/** The labels for words: all but those for whole articles. */
export function wordLabels(labels: readonly Label[]): Label[] {
  return labels.filter(({ document }) => document !== true);
}

/** The labels for whole articles, in order. */
export function documentLabelsIn(labels: readonly Label[]): Label[] {
  return labels.filter(({ document }) => document === true).sort((a, b) => a.order - b.order);
}
