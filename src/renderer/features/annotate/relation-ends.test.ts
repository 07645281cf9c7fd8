import { describe, expect, it } from 'vitest';
import { DEFAULT_CODEBOOK } from '../../../core/codebook/default-codebook.ts';
import { anAnnotation, aRelation } from '../../../core/testing/builders.ts';
import { candidatesFrom, verdictOn } from './relation-ends.ts';

const TEXT = 'One said two, and three.';
const claim = anAnnotation(TEXT, [[0, 3]]);
const threat = anAnnotation(TEXT, [[9, 12]], { label: 'threat' });
const actor = anAnnotation(TEXT, [[18, 23]], { label: 'actor' });
const all = [claim, threat, actor];
const { relationTypes } = DEFAULT_CODEBOOK;

describe('where a relation may lead', () => {
  it('only to labels that a type allows, and never to itself', () => {
    const found = candidatesFrom(claim, all, relationTypes, []);
    expect(found.map(({ annotation }) => annotation)).toEqual([threat, actor]);
    expect(found[0]?.types.map(({ id }) => id)).toContain('justifies');
    expect(found[0]?.types.map(({ id }) => id)).not.toContain('attributed_to');
    expect(found[1]?.types.map(({ id }) => id)).toContain('attributed_to');
  });

  it('not a second time by the same type', () => {
    const targets = relationTypes.filter(({ id }) => id === 'targets');
    const linked = [aRelation(claim, actor)];
    expect(candidatesFrom(claim, all, targets, [])).toHaveLength(1);
    expect(candidatesFrom(claim, all, targets, linked)).toEqual([]);
  });

  it('nowhere in a codebook without types', () => {
    expect(candidatesFrom(claim, all, [], [])).toEqual([]);
  });

  it('the nearest first', () => {
    const found = candidatesFrom(actor, all, relationTypes, []);
    expect(found.map(({ annotation }) => annotation)).toEqual([threat, claim]);
  });

  it('and says why it may not', () => {
    const targets = relationTypes.filter(({ id }) => id === 'targets');
    const linked = [aRelation(claim, actor)];
    expect(verdictOn(claim, claim, targets, [])).toEqual({ ok: false, why: 'itself' });
    expect(verdictOn(claim, threat, targets, [])).toEqual({ ok: false, why: 'no-type' });
    expect(verdictOn(claim, actor, targets, linked)).toEqual({ ok: false, why: 'linked' });
    expect(verdictOn(claim, actor, targets, [])).toEqual({ ok: true, types: targets });
  });
});
