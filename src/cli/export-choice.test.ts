import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { EVERYTHING, type ExportChoice } from '../core/datasets/choice.ts';
import { createWorkspace, enterRoster } from '../main/service/open-workspace.ts';
import type { Workspace } from '../main/service/workspace.ts';
import { choiceAsked, writingAsked } from './export-choice.ts';
import { type Invocation, readInvocation, USAGE } from './usage.ts';

let dir = '';
let project: Workspace;

beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'verbale-options-'));
  const options = { replica: 'r-test', application: 'test', clock: () => 0 };
  const made = await createWorkspace(path.join(dir, 'project'), 'Talks', 'Lena Moor', options);
  if (!made.ok) throw new Error(made.error.message);
  project = made.value;
  await enterRoster(project.store, project.me);
});

afterEach(async () => {
  await project.store.close();
  await rm(dir, { recursive: true, force: true });
});

function given(...argv: string[]): Invocation {
  const read = readInvocation(['export', 'project', ...argv]);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

function asked(argv: readonly string[], before?: ExportChoice): Partial<ExportChoice> {
  const choice = choiceAsked(project.store, given(...argv), before);
  if (!choice.ok) throw new Error(choice.error.message);
  return choice.value;
}

function refusal(...argv: string[]): string {
  const choice = choiceAsked(project.store, given(...argv));
  return choice.ok ? '' : `${choice.error.exit}: ${choice.error.message}`;
}

it('everything goes out where nothing is asked', () => {
  expect(asked([])).toEqual(EVERYTHING);
});

it('each option says its part, and changes what a recipe says for this once', () => {
  const id = project.me.id;
  const all = asked([
    '--filter',
    'tag:x',
    '--analyst',
    'lena moor',
    '--analyst',
    id,
    '--state',
    'submitted,new',
    '--without-labels',
    'Claim,threat',
    '--split',
    '70/20/10',
    '--seed',
    's',
    '--deidentify',
    '--unit',
    'sentence',
    '--furniture',
    'out',
  ]);
  expect(all).toEqual({
    filter: 'tag:x',
    whose: { kind: 'analysts', ids: [id, id] },
    states: ['submitted', 'new'],
    labels: { mode: 'without', ids: ['claim', 'threat'] },
    shares: { train: 70, dev: 20, test: 10 },
    seed: 's',
    deidentify: true,
    unit: 'sentence',
    furniture: 'out',
  });
  const before = all as ExportChoice;
  expect(asked(['--all', '--unit', 'document', '--labels', 'Claim'], before)).toEqual({
    ...before,
    whose: { kind: 'all' },
    unit: 'article',
    labels: { mode: 'only', ids: ['claim'] },
  });
  expect(asked(['--gold'], before).whose).toEqual({ kind: 'gold' });
});

it('what is wrong in itself is wrong usage; what the project lacks is refused', () => {
  expect(refusal('--analyst', 'Nobody')).toBe(
    '1: The project has no analyst “Nobody”. It has: Lena Moor.',
  );
  expect(refusal('--labels', 'Nonsense')).toContain('1: The project has no label “Nonsense”');
  expect(refusal('--all', '--gold')).toContain('2: ');
  expect(refusal('--labels', 'Claim', '--without-labels', 'Claim')).toContain('2: ');
  expect(refusal('--state', 'done')).toBe(
    '2: There is no state “done”: new, in-progress, submitted.',
  );
  expect(refusal('--split', '80')).toContain('2: “80” are no shares');
  expect(refusal('--unit', 'page')).toContain('2: ');
  expect(refusal('--furniture', 'maybe')).toContain('2: ');
});

it('unit and scheme are those of the format or the recipe unless they are asked for', () => {
  const before = { offsetUnit: 'utf8', scheme: 'BIOES' } as const;
  expect(writingAsked(given(), before)).toMatchObject({ value: before });
  const both = writingAsked(given('--scheme', 'iob2', '--offset-unit', 'utf16'), before);
  expect(both).toMatchObject({ value: { offsetUnit: 'utf16', scheme: 'IOB2' } });
  for (const bad of [
    ['--scheme', 'IO'],
    ['--offset-unit', 'words'],
  ]) {
    expect(writingAsked(given(...bad), before)).toMatchObject({ ok: false, error: { exit: 2 } });
  }
});

it('the usage names every option', () => {
  for (const option of [
    'recipe',
    'save-recipe',
    'filter',
    'gold',
    'state',
    'split',
    'deidentify',
  ]) {
    expect(USAGE).toContain(`--${option}`);
  }
});
