import { attributesOf } from '../../codebook/belongs.ts';
import type { Attribute } from '../../model/attribute.ts';
import type { LabelHue } from '../../model/codebook.ts';
import type { DatasetFacts } from '../format.ts';
import { attributeControl, type ControlKind, documentControl } from './attribute-results.ts';

/** A control that results were written for. */
export interface UsedControl {
  readonly kind: ControlKind;
  /** True for one that belongs to a region, false for one of the whole article. */
  readonly perRegion: boolean;
  /** What its choices are; of other kinds nothing. */
  readonly choices: ReadonlySet<string>;
  readonly isMultiple: boolean;
}

/** Colours that Label Studio draws labels in. */
const COLOURS: { readonly [H in LabelHue]: string } = {
  blue: '#3b6fb6',
  red: '#b6413b',
  ochre: '#b98a2c',
  grey: '#7a7a7a',
  violet: '#7b52ab',
  green: '#3f8f5b',
  brown: '#8a5a3b',
  pink: '#c25b8f',
};

/** XML 1.0 §2.2 has no place for most control characters, not even escaped. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

function escaped(value: string): string {
  return value
    .replace(NOT_XML, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (blank) => `&#${blank.charCodeAt(0)};`);
}

function tag(name: string, attributes: { readonly [name: string]: string }, inner = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return inner === ''
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${inner}</${name}>`;
}

function indented(lines: readonly string[]): string {
  return `\n${lines.map((line) => `    ${line}`).join('\n')}\n  `;
}

const CONTROL_TAGS: { readonly [K in ControlKind]: string } = {
  choices: 'Choices',
  number: 'Number',
  datetime: 'DateTime',
  textarea: 'TextArea',
};

/** A choice's stored value is its id (`alias`); people see its name. */
function choiceTags(
  attribute: Attribute | undefined,
  used: ReadonlySet<string>,
): readonly string[] {
  const known = attribute?.values ?? [];
  const ids = new Set(known.map(({ id }) => id));
  const answers = attribute?.type === 'boolean' ? ['true', 'false'] : [];
  const others = [...new Set([...answers, ...used])].filter((value) => !ids.has(value));
  return [
    ...known.map(({ id, name }) =>
      tag('Choice', name === id ? { value: id } : { value: name, alias: id }),
    ),
    ...others.map((value) => tag('Choice', { value })),
  ];
}

function controlTag(name: string, control: UsedControl, attribute: Attribute | undefined): string {
  const isMultiple = control.isMultiple || attribute?.type === 'multi-choice';
  const choices = control.kind === 'choices' ? choiceTags(attribute, control.choices) : [];
  return tag(
    CONTROL_TAGS[control.kind],
    {
      name,
      toName: 'text',
      ...(control.perRegion ? { perRegion: 'true' } : {}),
      ...(control.kind === 'choices' && isMultiple ? { choice: 'multiple' } : {}),
    },
    choices.length === 0 ? '' : indented(choices),
  );
}

const KINDS: { readonly [type: string]: ControlKind } = {
  choice: 'choices',
  'multi-choice': 'choices',
  boolean: 'choices',
  number: 'number',
  date: 'datetime',
};

/** The kind of control that asks for an attribute. */
export function kindOfAttribute(type: Attribute['type'] | undefined): ControlKind {
  return KINDS[type ?? ''] ?? 'textarea';
}

function plainControl(kind: ControlKind, perRegion: boolean): UsedControl {
  return { kind, perRegion, choices: new Set(), isMultiple: false };
}

/**
 * The labelling configuration (labelstud.io/guide/setup, tags `View`, `Labels`, `Relations`,
 * `Choices`, `TextArea`, `Number`, `DateTime`, `Text`): every `from_name` and `to_name` of the tasks is a
 * control or object of it.
 * @param used what the tasks hold, by name of its control
 * @param labels names of labels that the tasks hold
 * @param relations types of relations that the tasks hold
 */
export function labellingConfig(
  { codebook }: DatasetFacts,
  used: ReadonlyMap<string, UsedControl>,
  labels: ReadonlySet<string>,
  relations: ReadonlySet<string>,
): string {
  const words = codebook.labels.filter(({ document }) => document !== true);
  const hues = new Map(words.map(({ name, hue }) => [name, COLOURS[hue]]));
  const byControl = new Map<string, Attribute>();
  for (const label of codebook.labels) {
    for (const attribute of label.document === true ? [] : attributesOf(codebook, label)) {
      byControl.set(attributeControl(attribute.id), attribute);
    }
  }
  const controls = new Map(used);
  for (const [name, { type }] of byControl) {
    if (!controls.has(name)) controls.set(name, plainControl(kindOfAttribute(type), true));
  }
  for (const { id, document } of codebook.labels) {
    const name = documentControl(id);
    if (document === true && !controls.has(name))
      controls.set(name, plainControl('choices', false));
  }
  const labelTags = [...new Set([...hues.keys(), ...labels])].map((value) =>
    tag('Label', { value, background: hues.get(value) ?? COLOURS.grey }),
  );
  const types = [...new Set([...codebook.relationTypes.map(({ id }) => id), ...relations])];
  const lines = [
    tag(
      'Labels',
      { name: 'label', toName: 'text' },
      labelTags.length === 0 ? '' : indented(labelTags),
    ),
    ...(types.length === 0
      ? []
      : [tag('Relations', {}, indented(types.map((value) => tag('Relation', { value }))))]),
    tag('Text', { name: 'text', value: '$text' }),
    ...Array.from(controls, ([name, control]) => controlTag(name, control, byControl.get(name))),
  ];
  return `<View>\n${lines.map((line) => `  ${line}`).join('\n')}\n</View>\n`;
}
