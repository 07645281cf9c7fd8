import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkAttributeValue } from '../log/attribute-value.ts';
import { findLabel } from '../model/codebook.ts';
import type { JsonObject } from '../model/json.ts';
import { attributesOf } from './belongs.ts';
import { checkCodebook } from './check-codebook.ts';
import { DEFAULT_CODEBOOK } from './default-codebook.ts';
import { CODEBOOK_TEMPLATES } from './templates.ts';

describe('the default codebook', () => {
  it.each(CODEBOOK_TEMPLATES.map(({ id, content }) => [id, content] as const))(
    'template %s is sound',
    (_id, content) => {
      expect(checkCodebook(content)).toEqual([]);
    },
  );

  it('has a key for every value of every choice', () => {
    const without = DEFAULT_CODEBOOK.attributes.flatMap(({ id, values }) =>
      values.filter(({ key }) => key === '').map((value) => `${id}.${value.id}`),
    );
    expect(without).toEqual([]);
  });

  it('has the 27 rules, each with an example and a counter-example', () => {
    const { rules } = DEFAULT_CODEBOOK;
    expect(rules.map(({ number }) => number)).toEqual(Array.from({ length: 27 }, (_, n) => n + 1));
    for (const rule of rules) {
      for (const field of ['title', 'text', 'example', 'counterExample'] as const) {
        expect(rule[field].length, `${rule.id} ${field}`).toBeGreaterThan(5);
      }
    }
  });

  it('asks little that is required, so that a desk is fast', () => {
    const required = (id: string) => {
      const label = DEFAULT_CODEBOOK.labels.find((one) => one.id === id);
      return attributesOf(DEFAULT_CODEBOOK, label ?? { id, helper: false })
        .filter((attribute) => attribute.required && attribute.showWhen === null)
        .map((attribute) => attribute.id);
    };
    expect(required('claim')).toEqual(['claim_type', 'source', 'attribution']);
    expect(required('threat')).toEqual(['mode', 'conditionality', 'source', 'attribution']);
    expect(required('sanctions-proposal')).toEqual([
      'action',
      'position',
      'measure',
      'stage',
      'source',
      'attribution',
    ]);
    expect(required('actor')).toEqual([]);
  });

  it('keeps assessment and check-worthiness off, and confidence out of agreement', () => {
    const off = DEFAULT_CODEBOOK.attributes.filter(({ enabled }) => !enabled).map(({ id }) => id);
    expect(off).toEqual([
      'check_worthy',
      'source_reliability',
      'information_credibility',
      'threat_credibility',
    ]);
    const apart = DEFAULT_CODEBOOK.attributes.filter(({ agreement }) => !agreement);
    expect(apart.map(({ id }) => id)).toEqual([
      'check_worthy',
      'annotator_confidence',
      'source_reliability',
      'information_credibility',
      'threat_credibility',
    ]);
  });
});

/** What `resources/sample-sources/annotations.json` lists, as far as it matters here. */
interface HandMade {
  readonly label: string;
  readonly quote: string;
  readonly attributes?: JsonObject;
}

describe('the sample project', () => {
  const samples = new URL('../../../resources/sample-sources/annotations.json', import.meta.url);
  const made = JSON.parse(readFileSync(samples, 'utf8')) as readonly HandMade[];

  it('gives the attributes of the default codebook values that they take', () => {
    const problems = made.flatMap(({ label: name, quote, attributes = {} }) => {
      const label = findLabel(DEFAULT_CODEBOOK.labels, name);
      if (label === undefined) return [`no label ${name}`];
      const asked = attributesOf(DEFAULT_CODEBOOK, label);
      const context = { text: '', hasAnnotation: () => true, hasArticle: () => true };
      return Object.entries(attributes).flatMap(([id, value]) => {
        const attribute = asked.find((one) => one.id === id);
        const problem =
          attribute === undefined
            ? `${name} has no ${id}`
            : checkAttributeValue(attribute, value, context);
        return problem === undefined ? [] : `${quote}: ${problem}`;
      });
    });
    expect(problems).toEqual([]);
  });

  it('answers all that is required', () => {
    const missing = made.flatMap(({ label: name, quote, attributes = {} }) => {
      const label = findLabel(DEFAULT_CODEBOOK.labels, name) ?? { id: name, helper: false };
      return attributesOf(DEFAULT_CODEBOOK, label)
        .filter(({ required, id }) => required && attributes[id] === undefined)
        .map(({ id }) => `${quote}: ${id}`);
    });
    expect(missing).toEqual([]);
  });
});
