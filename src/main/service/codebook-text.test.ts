import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { CODEBOOK_TEMPLATES } from '../../core/codebook/templates.ts';
import type { CodebookContent } from '../../core/model/codebook.ts';
import { aCodebook, aLabel, anAttribute } from '../../core/testing/codebook.ts';
import { nastyText } from '../../core/testing/nasty-text.ts';
import { codebookText, problemLines, readCodebookText } from './codebook-text.ts';

function problemsOf(text: string): string[] {
  const read = readCodebookText(text);
  return read.ok ? [] : problemLines(read.error);
}

/** Everything a file could lose: odd texts, positions of its own, what is not the default. */
const ODD: CodebookContent = aCodebook({
  name: 'yes',
  guidelines: '---\n%YAML 1.1\n... \n',
  labels: [
    aLabel({ name: '007', letter: '#', definition: ' - "x": {y}', order: 5, zeroWidth: true }),
    aLabel({ id: '1e3', name: 'null', letter: '1', hue: 'pink', order: -2, retired: true }),
  ],
  attributes: [
    anAttribute({
      type: 'boolean',
      agreement: false,
      enabled: false,
      showWhen: { attribute: 'b', anyOf: [true, false] },
    }),
    anAttribute({ id: 'b', type: 'boolean', multiple: true, required: true, order: 2 }),
  ],
});

describe.each(['yaml', 'json'] as const)('as %s', (form) => {
  test.each([
    ...CODEBOOK_TEMPLATES.map(({ id, content }) => [id, content] as const),
    ['odd', ODD],
  ] as const)('the codebook %s comes back whole', (_id, content) => {
    expect(readCodebookText(codebookText(content, form))).toEqual({ ok: true, value: content });
  });

  test('any words come back', () => {
    fc.assert(
      fc.property(nastyText, fc.string({ unit: 'binary' }), (guidelines, definition) => {
        const content = aCodebook({ guidelines, labels: [aLabel({ definition })], rules: [] });
        const read = readCodebookText(codebookText(content, form));
        expect(read).toEqual({ ok: true, value: content });
      }),
    );
  });
});

const GOOD = `format: verbale-codebook
version: 1
name: Small
labels:
  - id: claim
    name: Claim
    letter: C
    hue: blue
    pattern: single
`;

test('a short file is enough; what is left out takes its default', () => {
  const read = readCodebookText(GOOD);
  expect(read.ok && read.value).toEqual(
    aCodebook({
      name: 'Small',
      labels: [aLabel({ name: 'Claim' })],
      attributes: [],
      relationTypes: [],
      rules: [],
    }),
  );
});

const WRONG: readonly (readonly [string, string, RegExp])[] = [
  ['nothing', '', /holds no codebook/u],
  ['a list', '- a', /holds no codebook/u],
  ['another file', 'format: other', /^line 1, format: has to be “verbale-codebook”/u],
  ['a newer file', GOOD.replace('version: 1', 'version: 2'), /^line 2, version: has to be 1/u],
  [
    'an unknown field',
    GOOD.replace('hue:', 'zero: 1\n    hue:'),
    /labels › 1: has no field “zero”/u,
  ],
  [
    'an unknown colour',
    GOOD.replace('blue', 'mauve'),
    /^line 8, labels › 1 › hue: is one of blue/u,
  ],
  [
    'a missing name',
    GOOD.replace('    name: Claim\n', ''),
    /labels › 1 › name: is missing; it is a text/u,
  ],
  [
    'a number as name',
    GOOD.replace('name: Claim', 'name: 7'),
    /^line 6, labels › 1 › name: has to be a text/u,
  ],
  [
    'two letters',
    GOOD.replace('letter: C', 'letter: CC'),
    /^line 7, labels › 1 › letter: is one character/u,
  ],
  ['a key twice', `${GOOD}name: Again\n`, /^line 10: The field “name” is there twice/u],
  ['broken YAML', `${GOOD}  - {\n`, /^line \d+: /u],
  ['broken JSON', '{"format": "verbale-codebook", "version": 1', /^line 1: /u],
  [
    'a reference',
    GOOD.replace('name: Small', 'name: &n Small\nguidelines: *n'),
    /^line 4: References/u,
  ],
  ['a tag', GOOD.replace('name: Small', 'name: !secret Small'), /^line 3: /u],
  ['a merge', `${GOOD}<<: {rules: []}\n`, /“<<”/u],
  ['a prototype', `${GOOD}__proto__: {x: 1}\n`, /__proto__/u],
  ['a prototype within', GOOD.replace('hue: blue', 'hue: blue\n    __proto__: 1'), /__proto__/u],
  ['a constructor', `${GOOD}constructor: 1\n`, /constructor/u],
  ['two documents', `${GOOD}---\nname: x\n`, /^line \d+: /u],
];

test.each(WRONG)('%s is refused, with its place', (_what, text, words) => {
  expect(problemsOf(text)[0]).toMatch(words);
});

test('all problems are told at once', () => {
  const text = GOOD.replace('letter: C', 'letter: CC').replace('id: claim', 'id: a/b');
  expect(problemsOf(text)).toHaveLength(2);
});

describe('a hostile file is refused in no time', () => {
  const level = (n: number): string =>
    `l${n}: &l${n} [${Array.from({ length: 9 }, () => (n === 0 ? 'x' : `*l${n - 1}`)).join(',')}]`;
  const bomb = Array.from({ length: 10 }, (_, n) => level(n)).join('\n');
  it.each([
    ['a bomb of references', bomb, /References/u],
    ['flow nested a million deep', '[a,{b: '.repeat(200_000), /nested too deeply/u],
    [
      'blocks nested deep',
      Array.from({ length: 1500 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'),
      /nested too deeply/u,
    ],
    ['sequences nested deep', `x:\n${'- '.repeat(100_000)}`, /nested too deeply/u],
    ['five megabytes', `name: ${'x'.repeat(5 * 1024 * 1024)}`, /larger than 2 MB/u],
    ['forty thousand keys', Array.from({ length: 40_000 }, (_, n) => `k${n}: 1`).join('\n'), /./u],
  ])(
    '%s',
    (_what, text, words) => {
      const begun = performance.now();
      expect(problemsOf(text)[0]).toMatch(words);
      expect(performance.now() - begun).toBeLessThan(10_000);
    },
    60_000,
  );
});
