import { describe, expect, it } from 'vitest';
import { anAnnotation } from '../../../core/testing/builders.ts';
import { valueWords } from './attribute-words.ts';

const actor = anAnnotation('The Harbour Board spoke.', [[4, 17]], { label: 'actor' });
const choice = {
  type: 'choice' as const,
  values: [{ id: 'denial', name: 'A denial', key: 'd', definition: '' }],
};

describe('values as people read them', () => {
  it('have the names of the codebook, and words of their own without one', () => {
    expect(valueWords(choice, 'denial', [])).toBe('A denial');
    expect(valueWords(undefined, 'ministry_or_agency', [])).toBe('Ministry or agency');
    expect(valueWords(undefined, true, [])).toBe('Yes');
    expect(valueWords({ ...choice, type: 'multi-choice' }, ['denial', 'x'], [])).toBe(
      'A denial, x',
    );
  });

  it('say the words of actors and of places in the text', () => {
    const list = { type: 'actor' as const, values: [] };
    const value = [{ annotation: actor.id }, { text: 'Others' }, { annotation: 'gone' }];
    expect(valueWords(list, value, [actor])).toBe(
      'Harbour Board, Others, an annotation that is gone',
    );
    const quote = { quote: ['one', 'two'], spans: [[0, 3] as const, [5, 8] as const] };
    expect(valueWords(undefined, quote as never, [])).toBe('one … two');
  });
});
