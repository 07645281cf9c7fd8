import { describe, expect, it } from 'vitest';
import { DEFAULT_CODEBOOK } from '../../../core/codebook/default-codebook.ts';
import { askedOf, nextRequired } from './attribute-order.ts';

const { attributes } = DEFAULT_CODEBOOK;
const THREAT = { id: 'threat', helper: false };

describe('what is asked of an annotation', () => {
  it('puts what is required first, and the rest under its headings', () => {
    const { required, groups } = askedOf(attributes, THREAT, {});
    expect(required.map(({ id }) => id)).toEqual([
      'mode',
      'conditionality',
      'source',
      'attribution',
    ]);
    expect(groups.every((group) => group.attributes.every((one) => !one.required))).toBe(true);
    expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
  });

  it('leaves out what another answer hides', () => {
    const ids = (values: Record<string, string>): string[] =>
      askedOf(attributes, THREAT, values).groups.flatMap((group) =>
        group.attributes.map(({ id }) => id),
      );
    expect(ids({})).not.toContain('demand');
    expect(ids({ conditionality: 'explicit_condition' })).toContain('demand');
  });

  it('asks nothing of an actor', () => {
    expect(askedOf(attributes, { id: 'actor', helper: true }, {})).toEqual({
      required: [],
      groups: [],
    });
  });

  it('goes to the next required one without an answer, and around', () => {
    const { required } = askedOf(attributes, THREAT, {});
    expect(nextRequired(required, {}, undefined)?.id).toBe('mode');
    expect(nextRequired(required, { conditionality: 'x' }, 'mode')?.id).toBe('source');
    expect(nextRequired(required, { attribution: 'x' }, 'source')?.id).toBe('mode');
    const all = { mode: ['x'], conditionality: 'x', source: 'x', attribution: 'x' };
    expect(nextRequired(required, all, 'mode')).toBeUndefined();
  });
});
