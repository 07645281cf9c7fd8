import { expect, it } from 'vitest';
import { aChoice, aCodebook, aLabel, anAttribute } from '../testing/codebook.ts';
import { validateDocument } from './validate-document.ts';

const CODEBOOK = aCodebook({
  labels: [aLabel(), aLabel({ id: 'opinion', name: 'Opinion piece', document: true })],
  attributes: [
    anAttribute({
      id: 'tone',
      name: 'Tone',
      labels: ['opinion'],
      values: [aChoice('calm'), aChoice('sharp')],
      required: true,
    }),
    anAttribute({
      id: 'why',
      name: 'Why',
      type: 'text',
      labels: ['opinion'],
      required: true,
      showWhen: { attribute: 'tone', anyOf: ['sharp'] },
    }),
    anAttribute({ id: 'words', name: 'Words', type: 'span', labels: ['opinion'], required: true }),
    anAttribute({ id: 'size', type: 'number', labels: ['claim'], required: true }),
  ],
});

it.each([
  ['no labels, nothing missing', {}, []],
  ['a required answer', { opinion: {} }, ['opinion tone missing-attribute']],
  ['a label that came without answers', { opinion: true }, ['opinion tone missing-attribute']],
  ['what an answer asks for', { opinion: { tone: 'sharp' } }, ['opinion why missing-attribute']],
  ['answered', { opinion: { tone: 'sharp', why: 'So.' } }, []],
  ['an answer that is none', { opinion: { tone: 'loud' } }, ['opinion tone bad-attribute']],
  ['labels nobody knows', { alien: {}, claim: {} }, []],
])('%s', (_name, labels, expected) => {
  const found = validateDocument(CODEBOOK, labels, 'Text.');
  expect(
    found.map(({ documentLabel, attribute, kind }) => [documentLabel, attribute, kind].join(' ')),
  ).toEqual(expected);
});
