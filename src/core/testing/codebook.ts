import { type Attribute, type AttributeChoice, PLAIN_ATTRIBUTE } from '../model/attribute.ts';
import type { CodebookContent, Label, RelationType, Rule } from '../model/codebook.ts';

/** A label. */
export function aLabel(over: Partial<Label> = {}): Label {
  const { id = 'claim' } = over;
  return {
    id,
    name: id,
    letter: id.charAt(0).toUpperCase(),
    hue: 'blue',
    pattern: 'single',
    shortcut: '',
    definition: '',
    order: 1,
    guideline: '',
    zeroWidth: false,
    helper: false,
    retired: false,
    ...over,
  };
}

/** A value of a choice, named as its id. */
export function aChoice(id: string, over: Partial<AttributeChoice> = {}): AttributeChoice {
  return { id, name: id, key: '', definition: '', ...over };
}

/** An attribute; a choice unless told otherwise. */
export function anAttribute(over: Partial<Attribute> = {}): Attribute {
  const { id = 'kind' } = over;
  return {
    id,
    name: id,
    type: 'choice',
    ...PLAIN_ATTRIBUTE,
    order: 1,
    ...over,
  };
}

/** A relation type between any labels. */
export function aRelationType(over: Partial<RelationType> = {}): RelationType {
  const { id = 'targets' } = over;
  return { id, name: id, from: [], to: [], sameLabel: false, definition: '', order: 1, ...over };
}

/** A rule for all labels. */
export function aRule(over: Partial<Rule> = {}): Rule {
  const { number = 1 } = over;
  return {
    id: `rule-${number}`,
    number,
    title: `Rule ${number}`,
    text: '',
    example: '',
    counterExample: '',
    labels: [],
    order: number,
    ...over,
  };
}

/** A small sound codebook: labels `claim` and `threat`, a choice `kind`, a relation `targets`. */
export function aCodebook(over: Partial<CodebookContent> = {}): CodebookContent {
  return {
    name: 'Small',
    guidelines: '',
    labels: [aLabel(), aLabel({ id: 'threat', hue: 'red', order: 2 })],
    attributes: [anAttribute({ values: [aChoice('a'), aChoice('b')] })],
    relationTypes: [aRelationType()],
    rules: [aRule()],
    ...over,
  };
}
