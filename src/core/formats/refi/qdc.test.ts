import { describe, expect, it } from 'vitest';
import { sha256 } from '../../testing/builders.ts';
import { aCodebook, aLabel } from '../../testing/codebook.ts';
import { valueOf } from '../../testing/format-cases.ts';
import { readXml } from '../xml.ts';
import { readQdc, writeQdc } from './qdc.ts';

const LABELS = [
  aLabel({ id: 'claim', name: 'Claim <&> “x”', hue: 'blue', definition: 'Said\nto be so.' }),
  aLabel({ id: 'threat', name: 'Threat', hue: 'red', order: 2 }),
  aLabel({ id: 'old', name: 'Old', hue: 'pink', order: 3, retired: true }),
];

describe('a codebook of REFI-QDA', () => {
  it('is one code for each label, as its schema has it', () => {
    const root = valueOf(readXml(writeQdc(aCodebook({ labels: LABELS }), 'Verbale 1', sha256)));
    expect([root.local, root.attributes.get('origin')]).toEqual(['CodeBook', 'Verbale 1']);
    const text = writeQdc(aCodebook({ labels: LABELS }), 'Verbale 1', sha256);
    expect(text).toContain('xmlns="urn:QDA-XML:codebook:1.0"');
    expect(text.match(/guid="[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}"/g)).toHaveLength(3);
  });

  it('comes back with names, definitions and hues; what is retired is not given', () => {
    expect(valueOf(readQdc(writeQdc(aCodebook({ labels: LABELS }), 'Verbale 1', sha256)))).toEqual([
      { name: 'Claim <&> “x”', definition: 'Said\nto be so.', hue: 'blue' },
      { name: 'Threat', definition: '', hue: 'red' },
    ]);
  });

  it('of others may nest, and group codes that have the same name', () => {
    const code = (name: string, inside = '', more = 'isCodable="true"'): string =>
      `<Code guid="00000000-0000-0000-0000-000000000000" name="${name}" ${more}>${inside}</Code>`;
    const text = `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${code('Tone', code('good') + code('bad'), 'isCodable="false"')}${code('Act', code('good'), 'isCodable="true" color="#00FF00"')}</Codes></CodeBook>`;
    expect(valueOf(readQdc(text)).map(({ name, hue }) => [name, hue])).toEqual([
      ['Tone › good', undefined],
      ['bad', undefined],
      ['Act', 'green'],
      ['Act › good', undefined],
    ]);
  });

  it.each([
    ['<CodeBook>', 1],
    ['<x/>', 1],
    ['<!DOCTYPE a [<!ENTITY b "b">]><CodeBook><Codes/></CodeBook>', 1],
  ])('is refused in words where it is none: %s', (text, line) => {
    expect(readQdc(text)).toMatchObject({
      ok: false,
      error: { line },
    });
  });
});
