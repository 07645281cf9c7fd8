import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MEASURES } from '../src/core/agreement/index.ts';
import type { JsonObject } from '../src/core/model/json.ts';

const TEXT = readFileSync(new URL('../docs/agreement.md', import.meta.url), 'utf8');
const SECTION =
  /^### `(?<name>\w+)`\n(?<words>[^#]*?)```json\n(?<input>.*)\n```\n(?<work>[^#]*?)\*\*= (?<value>-?[\d.]+)\*\*/gmu;

const sections = [...TEXT.matchAll(SECTION)].map(({ groups = {} }) => groups);

it('docs/agreement.md has an example of each measure, and of nothing else', () => {
  expect(sections.map(({ name = '' }) => name).toSorted()).toEqual(
    MEASURES.map(({ name }) => name).toSorted(),
  );
});

it.each(sections.map(({ name = '', input = '', value = '' }) => [name, input, value] as const))(
  'the number under %s is what the program computes',
  (name, input, value) => {
    const measured = MEASURES.find((one) => one.name === name)?.run(
      JSON.parse(input) as JsonObject,
    );
    expect(measured?.ok === true ? measured.value.value?.toFixed(6) : measured).toBe(value);
  },
);

it('each section says where it comes from, when there is no value and when to trust it', () => {
  const whole = TEXT.split(/^### /mu).slice(1);
  for (const section of whole) {
    for (const part of ['Source: ', 'No value: ', 'When to trust it: '])
      expect(section).toContain(part);
  }
});
