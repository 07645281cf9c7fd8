import type { CodebookContent, LabelHue } from '../../model/codebook.ts';
import type { BratNames, GivenName } from './names.ts';
import { nameComments } from './names.ts';
import type { BratValues } from './values.ts';

/** Light grounds, on which brat writes in black. */
const GROUNDS: Readonly<Record<LabelHue, string>> = {
  blue: '#bcd4f0',
  red: '#f2c0bb',
  ochre: '#eed9a4',
  grey: '#d5d5d5',
  violet: '#d9c8ec',
  green: '#c2e0c3',
  brown: '#e0cdbb',
  pink: '#f3c9dc',
};

function attributeLine(type: string, values: ReadonlySet<string>): string {
  const choice = values.size === 0 ? '' : `, Value:${[...values].join('|')}`;
  return `${type}\tArg:<ENTITY>${choice}\n`;
}

/** Registers the codebook's names first, so that they do not depend on the articles. */
export function nameCodebook(codebook: CodebookContent, names: BratNames): void {
  for (const { name } of codebook.labels) names.of('label', name);
  for (const { id } of codebook.relationTypes) names.of('relation', id);
  for (const { id } of codebook.attributes) names.of('attribute', id);
}

function relationLine(type: GivenName, codebook: CodebookContent, names: BratNames): string {
  const rule = codebook.relationTypes.find(({ id }) => id === type.name);
  const ends = (ids: readonly string[]): string => {
    const labels = codebook.labels.filter(({ id }) => ids.includes(id));
    if (labels.length === 0) return '<ENTITY>';
    return labels.map(({ name }) => names.of('label', name)).join('|');
  };
  return `${type.type}\tArg1:${ends(rule?.from ?? [])}, Arg2:${ends(rule?.to ?? [])}\n`;
}

/** `annotation.conf`: what may be annotated (brat manual, "Annotation configuration"). */
export function annotationConf(
  codebook: CodebookContent,
  names: BratNames,
  values: BratValues,
): string {
  const given = names.given();
  const labels = given.filter(({ kind }) => kind === 'label');
  const relations = given.filter(({ kind }) => kind === 'relation');
  return [
    nameComments(given),
    '\n[entities]\n',
    ...labels.map(({ type }) => `${type}\n`),
    '\n[relations]\n',
    ...relations.map((type) => relationLine(type, codebook, names)),
    '\n[events]\n\n[attributes]\n',
    ...Array.from(values.taken(), ([name, all]) => attributeLine(names.of('attribute', name), all)),
  ].join('');
}

function displayName({ kind, name }: GivenName, codebook: CodebookContent): string {
  if (kind === 'label') return name;
  const list = kind === 'relation' ? codebook.relationTypes : codebook.attributes;
  return list.find(({ id }) => id === name)?.name ?? name;
}

/** A name as brat shows it, on one line and without the sign between two names. */
function shown(given: GivenName, codebook: CodebookContent): string {
  const name = displayName(given, codebook)
    .replaceAll(/[|\s]+/g, ' ')
    .trim();
  return name === '' ? given.type : name;
}

/** `visual.conf`: how types are called and coloured (brat manual, "Visual configuration"). */
export function visualConf(codebook: CodebookContent, names: BratNames): string {
  const given = names.given();
  const drawing = given.flatMap(({ kind, name, type }) => {
    const label = codebook.labels.find((one) => kind === 'label' && one.name === name);
    return label === undefined ? [] : [`${type}\tbgColor:${GROUNDS[label.hue]}\n`];
  });
  return [
    '[labels]\n',
    ...given.map((one) => `${one.type} | ${shown(one, codebook)}\n`),
    '\n[drawing]\n',
    'SPAN_DEFAULT\tfgColor:black, bgColor:#d5d5d5, borderColor:darken\n',
    'ARC_DEFAULT\tcolor:black, arrowHead:triangle-5\n',
    ...drawing,
  ].join('');
}
