/** The line drawn under an annotation, so that labels are told apart without colour. */
export type LabelPattern = 'single' | 'double' | 'dashed' | 'dotted';

/** The colour family of a label; the renderer holds the shades for each theme. */
export type LabelHue = 'blue' | 'red' | 'ochre' | 'grey' | 'violet' | 'green' | 'brown' | 'pink';

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
