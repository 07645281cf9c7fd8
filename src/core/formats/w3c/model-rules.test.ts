import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../model/json.ts';
import { readDataset } from '../../testing/datasets.ts';
import { w3c } from '../w3c.ts';
import { brokenRule } from './model-rules.ts';

const SOUND: JsonObject = {
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'http://example.org/anno1',
  type: 'Annotation',
  body: 'http://example.org/post1',
  target: 'http://example.com/page1',
};

describe('the model of Web Annotations', () => {
  it('finds nothing wrong with what is sound', () => {
    const rich = {
      ...SOUND,
      '@context': ['http://www.w3.org/ns/anno.jsonld', { own: 'urn:own' }],
      type: ['Annotation', 'urn:mine'],
      body: [{ type: 'TextualBody', value: 'x' }, 'urn:uuid:5'],
      creator: { id: 'http://example.org/me' },
      created: '2015-10-13T13:00:00Z',
      modified: '2015-10-13T13:00:00.25+01:00',
      target: { type: 'SpecificResource', source: 'http://example.com/page1' },
    };
    expect(brokenRule(SOUND, false)).toBeUndefined();
    expect(brokenRule(rich, false)).toBeUndefined();
    const { '@context': _, ...inPage } = SOUND;
    expect(brokenRule(inPage, true)).toBeUndefined();
  });

  it.each<[JsonObject, string | undefined, string]>([
    [{ '@context': 'fish' }, '@context', 'its @context is not that of Web Annotations'],
    [{ id: 'not a uri' }, 'id', 'its id must be one address'],
    [{ id: ['http://example.org/1'] }, 'id', 'its id must be one address'],
    [{ type: 'Squirrel' }, 'type', 'its type is not Annotation'],
    [{ target: 9 }, 'target', 'its target must be an address'],
    [{ body: 'this is not a uri' }, 'body', 'its body must be an address'],
    [{ bodyValue: 'twice' }, 'bodyValue', 'it has a body and a bodyValue'],
    [{ bodyValue: 23 }, 'bodyValue', 'its bodyValue must be one text'],
    [{ creator: 6 }, 'creator', 'its creator must be an address or an object'],
    [{ created: 'yesterday' }, 'created', 'its created must be one time with its zone'],
    [{ rights: [] }, 'rights', 'its rights must be an address'],
    [{ canonical: 'not a uri' }, 'canonical', 'its canonical must be one address'],
    [
      { target: { type: 'SpecificResource' } },
      'target',
      'its target is a SpecificResource without a source',
    ],
  ])('finds what is wrong with %j', (wrong, field, message) => {
    const found = brokenRule({ ...SOUND, ...wrong }, false);
    expect(found?.path).toEqual([field]);
    expect(found?.message).toContain(message);
  });

  it.each(['@context', 'type', 'target'])('misses its %s', (name) => {
    const { [name]: _, ...rest } = SOUND;
    expect(brokenRule(rest, false)?.path).toEqual([]);
  });

  it('names the place in a list, in a page, and after the first twenty the line', () => {
    const page = { ...SOUND, items: [{ ...SOUND, created: 'now' }] };
    const wrong = Array.from({ length: 21 }, () => ({ ...SOUND, created: 'now' }));
    const places = (content: string) =>
      readDataset(w3c, content).map((one) =>
        one.ok ? 'read' : [one.error.line, one.error.column],
      );
    expect(places(JSON.stringify(page, null, 1))).toEqual([[14, 15]]);
    const many = places(`[${wrong.map((one) => JSON.stringify(one)).join(',\n')}]`);
    const column = JSON.stringify(wrong[0]).indexOf('"now"') + 1;
    expect(many.slice(0, 2)).toEqual([
      [1, column + 1],
      [2, column],
    ]);
    expect(many.at(-1)).toEqual([21, undefined]);
  });
});
