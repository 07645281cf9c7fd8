import { isFileName } from '../log/schema.ts';
import type { Attribute } from '../model/attribute.ts';
import type { CodebookContent } from '../model/codebook.ts';
import { nextGrapheme } from '../text/graphemes.ts';

/** What is wrong with a codebook, and where: the way to the field through its lists and objects. */
export interface CodebookProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Most entries in one list of a codebook, and most values of one attribute. */
const MOST = 500;
const NAME_LENGTH = 120;
const TEXT_LENGTH = 200_000;

type List = 'labels' | 'attributes' | 'relationTypes' | 'rules';
const LISTS: readonly List[] = ['labels', 'attributes', 'relationTypes', 'rules'];

const fold = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/** Which entries say the same as an earlier one; entries that say nothing are passed over. */
function repeated<T>(
  entries: readonly T[],
  of: (entry: T) => string,
): { readonly index: number; readonly what: string }[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, index) => {
    const what = of(entry);
    if (what === '') return [];
    if (seen.has(what)) return { index, what };
    seen.add(what);
    return [];
  });
}

function checkList(content: CodebookContent, list: List): CodebookProblem[] {
  const entries: readonly { readonly id: string }[] = content[list];
  const problems: CodebookProblem[] = [];
  const say = (index: number, field: string, message: string): void => {
    problems.push({ path: [list, index, field], message });
  };
  if (entries.length > MOST) problems.push({ path: [list], message: `has more than ${MOST}` });
  entries.forEach(({ id }, index) => {
    if (!isFileName(id))
      say(index, 'id', `“${id}” is not a plain id: letters, digits, “.”, “_” and “-”, 80 at most`);
  });
  for (const { index, what } of repeated(entries, ({ id }) => id.toLowerCase())) {
    say(index, 'id', `“${what}” is used twice`);
  }
  return problems;
}

function checkNames(
  entries: readonly { readonly name: string }[],
  path: CodebookProblem['path'],
): CodebookProblem[] {
  const problems: CodebookProblem[] = [];
  entries.forEach(({ name }, index) => {
    if (name.trim() === '') problems.push({ path: [...path, index, 'name'], message: 'is empty' });
    if (name.length > NAME_LENGTH) {
      const message = `is longer than ${NAME_LENGTH} characters`;
      problems.push({ path: [...path, index, 'name'], message });
    }
  });
  for (const { index } of repeated(entries, ({ name }) => fold(name))) {
    const message = `“${entries[index]?.name ?? ''}” is used twice`;
    problems.push({ path: [...path, index, 'name'], message });
  }
  return problems;
}

const LOOKS = [
  ['letter', 'is the letter of two labels'],
  ['shortcut', 'is the key of two labels'],
  ['look', 'is the colour and line of two labels'],
] as const;

function checkLabels({ labels }: CodebookContent): CodebookProblem[] {
  const problems = checkNames(labels, ['labels']);
  if (labels.length === 0) problems.push({ path: ['labels'], message: 'has no label' });
  labels.forEach(({ letter, shortcut }, index) => {
    if (letter === '' || nextGrapheme(letter, 0) !== letter.length) {
      problems.push({ path: ['labels', index, 'letter'], message: 'is one character' });
    }
    if (!/^[1-9]?$/u.test(shortcut)) {
      problems.push({
        path: ['labels', index, 'shortcut'],
        message: 'is a digit from 1 to 9, or empty',
      });
    }
  });
  // What is retired is not offered any more, so it may look like another.
  const offered = labels.map((label) =>
    label.retired
      ? { letter: '', shortcut: '', look: '' }
      : {
          letter: label.letter.toUpperCase(),
          shortcut: label.shortcut,
          look: `${label.hue}, ${label.pattern}`,
        },
  );
  for (const [field, message] of LOOKS) {
    for (const { index, what } of repeated(offered, (one) => one[field])) {
      const at = field === 'look' ? 'pattern' : field;
      problems.push({ path: ['labels', index, at], message: `“${what}” ${message}` });
    }
  }
  return problems;
}

function checkLabelIds(
  content: CodebookContent,
  ids: readonly string[],
  path: CodebookProblem['path'],
): CodebookProblem[] {
  return ids.flatMap((id, index) =>
    content.labels.some((label) => label.id === id)
      ? []
      : { path: [...path, index], message: `there is no label “${id}”` },
  );
}

function checkValues({ type, values }: Attribute, index: number): CodebookProblem[] {
  const path = ['attributes', index, 'values'] as const;
  const isChoice = type === 'choice' || type === 'multi-choice';
  if (!isChoice) {
    return values.length === 0
      ? []
      : [{ path, message: `an attribute of type ${type} has no values` }];
  }
  if (values.length === 0) return [{ path, message: 'a choice needs values' }];
  if (values.length > MOST) return [{ path, message: `has more than ${MOST}` }];
  const problems = checkNames(values, path);
  values.forEach(({ id, key }, at) => {
    if (!isFileName(id)) {
      problems.push({ path: [...path, at, 'id'], message: `“${id}” is not a plain id` });
    }
    if (!/^[0-9a-z]?$/u.test(key)) {
      problems.push({
        path: [...path, at, 'key'],
        message: 'is a digit or a small letter, or empty',
      });
    }
  });
  for (const field of ['id', 'key'] as const) {
    for (const { index: at, what } of repeated(values, (value) => value[field])) {
      problems.push({ path: [...path, at, field], message: `“${what}” is used twice` });
    }
  }
  return problems;
}

function checkCondition(content: CodebookContent, index: number): CodebookProblem[] {
  const { showWhen, id } = content.attributes[index] ?? { showWhen: null, id: '' };
  if (showWhen === null) return [];
  const path = ['attributes', index, 'showWhen'] as const;
  const other = content.attributes.find((attribute) => attribute.id === showWhen.attribute);
  if (other === undefined) {
    return [
      { path: [...path, 'attribute'], message: `there is no attribute “${showWhen.attribute}”` },
    ];
  }
  if (other.id === id) return [{ path, message: 'an attribute cannot depend on itself' }];
  if (showWhen.anyOf.length === 0) return [{ path: [...path, 'anyOf'], message: 'names no value' }];
  return showWhen.anyOf.flatMap((value, at) => {
    const known =
      other.type === 'boolean'
        ? typeof value === 'boolean'
        : other.values.some((choice) => choice.id === value);
    const message = `“${other.name}” has no value “${String(value)}”`;
    return known ? [] : { path: [...path, 'anyOf', at], message };
  });
}

/** Attributes that, one after the other, wait for each other. */
function checkCycles({ attributes }: CodebookContent): CodebookProblem[] {
  const next = new Map(attributes.map(({ id, showWhen }) => [id, showWhen?.attribute] as const));
  return attributes.flatMap(({ id }, index) => {
    const seen = new Set<string>();
    let at = next.get(id);
    while (at !== undefined && at !== id && !seen.has(at)) {
      seen.add(at);
      at = next.get(at);
    }
    const isCycle = at === id && seen.size > 0;
    const path = ['attributes', index, 'showWhen'];
    return isCycle ? { path, message: 'waits, by way of others, for itself' } : [];
  });
}

function checkAttributes(content: CodebookContent): CodebookProblem[] {
  const { attributes } = content;
  // Two labels may each have an attribute of the same name, so names are not compared.
  const problems = attributes.flatMap((attribute, index) => [
    ...(attribute.name.trim() === ''
      ? [{ path: ['attributes', index, 'name'], message: 'is empty' }]
      : []),
    ...checkLabelIds(content, attribute.labels, ['attributes', index, 'labels']),
    ...checkValues(attribute, index),
    ...checkCondition(content, index),
  ]);
  return [...problems, ...checkCycles(content)];
}

function checkRelationTypes(content: CodebookContent): CodebookProblem[] {
  return content.relationTypes.flatMap(({ from, to }, index) => [
    ...checkLabelIds(content, from, ['relationTypes', index, 'from']),
    ...checkLabelIds(content, to, ['relationTypes', index, 'to']),
  ]);
}

function checkRules(content: CodebookContent): CodebookProblem[] {
  const problems = content.rules.flatMap(({ labels }, index) =>
    checkLabelIds(content, labels, ['rules', index, 'labels']),
  );
  for (const { index, what } of repeated(content.rules, ({ number }) => String(number))) {
    problems.push({ path: ['rules', index, 'number'], message: `${what} is used twice` });
  }
  return problems;
}

function checkLengths(value: unknown, path: CodebookProblem['path']): CodebookProblem[] {
  if (typeof value === 'string') {
    const message = `is longer than ${TEXT_LENGTH} characters`;
    return value.length > TEXT_LENGTH ? [{ path, message }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    checkLengths(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/**
 * Everything that keeps a codebook from being used: ids that are not plain, names, letters, keys
 * and looks that two share, attributes that wait for what is not there or for each other, labels
 * that are named and do not exist. Empty where it is sound.
 */
export function checkCodebook(content: CodebookContent): CodebookProblem[] {
  return [
    ...LISTS.flatMap((list) => checkList(content, list)),
    ...checkLabels(content),
    ...checkAttributes(content),
    ...checkNames(content.relationTypes, ['relationTypes']),
    ...checkRelationTypes(content),
    ...checkRules(content),
    ...checkLengths(content, []),
  ];
}
