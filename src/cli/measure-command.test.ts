import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Outcome } from './command.ts';
import { measureCommand } from './measure-command.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'verbale-measure-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string): string {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
}

function run(...operands: string[]): Promise<Outcome> {
  const invocation = {
    command: 'measure',
    operands,
    options: {},
    lists: {},
    flags: new Set<string>(),
  };
  return measureCommand.run(invocation, { message: () => undefined, worker: '' });
}

it('measures a file', async () => {
  const input = file('in.json', '{"contingency": [[20, 10], [20, 50]]}');
  expect(await run('percent', input)).toEqual({
    exit: 0,
    json: { measure: 'percent', value: 0.7, reason: null },
    text: ['percent  0.7'],
  });
});

it('says why where there is no value', async () => {
  const input = file('one.json', '{"items": [["a", "a"]]}');
  expect(await run('cohen_kappa', input)).toMatchObject({
    exit: 0,
    json: {
      measure: 'cohen_kappa',
      value: null,
      reason: expect.stringContaining('one category') as unknown,
    },
  });
});

it('reads the file of resamples that an input names, beside it', async () => {
  file('draws.json', '[[0, 0], [1, 1], [0, 1]]');
  const counts = {
    counts: [
      [2, 0],
      [1, 1],
    ],
    measure: 'percent',
    resampleIndices: 'draws.json',
  };
  const input = file('boot.json', JSON.stringify({ ...counts, alpha: 0.5 }));
  expect((await run('bootstrap_percentile_ci_low', input)).json).toMatchObject({ value: 0.25 });
  const lost = file('lost.json', JSON.stringify({ ...counts, resampleIndices: 'none.json' }));
  expect(await run('bootstrap_percentile_ci_low', lost)).toMatchObject({
    exit: 1,
    json: {
      error: expect.stringMatching(/^resampleIndices: there is no file “none.json”/u) as unknown,
    },
  });
});

it('lists the measures', async () => {
  const { json, text } = await run();
  expect(json).toContainEqual({ name: 'gamma', title: 'γ' });
  expect(text.some((line) => line.startsWith('scott_pi '))).toBe(true);
});

it.each([
  [['kappa'], 2, /There is no measure “kappa”/u],
  [['percent'], 2, /input is missing/u],
  [['percent', path.join(folder, 'absent.json')], 1, /ENOENT/u],
  [['percent', file('bad.json', '{')], 1, /is not JSON/u],
  [['percent', file('list.json', '[]')], 1, /must be a JSON object/u],
  [['percent', file('empty.json', '{}')], 1, /^items: missing/u],
] as const)('refuses %j', async (operands, exit, error) => {
  expect(await run(...operands)).toMatchObject({
    exit,
    json: { error: expect.stringMatching(error) as unknown },
  });
});
