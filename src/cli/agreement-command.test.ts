import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { valueOf } from '../main/service/testing/desk.ts';
import { deskForTests } from '../main/service/testing/desks.ts';
import { OPTIONS, twoAnalysts } from '../main/service/testing/two-analysts.ts';
import { agreementCommand } from './agreement-command.ts';

const startDesk = deskForTests();
afterEach(() => vi.unstubAllEnvs());

test('the command says the same as the JSON that the window saves', async () => {
  const desk = await startDesk({ analyst: 'Ana' });
  await twoAnalysts(desk);
  valueOf(await desk.call('agreement.read', { run: 'r', options: OPTIONS }));
  valueOf(await desk.call('agreement.intervals', { run: 'r' }));
  desk.answers.save = path.join(desk.dir, 'report.json');
  valueOf(await desk.call('agreement.save', { run: 'r', format: 'json' }));
  const saved: unknown = JSON.parse(await readFile(desk.answers.save, 'utf8'));
  const folder = valueOf(await desk.call('app.start', {})).project?.folder ?? '';
  await desk.close();
  vi.stubEnv('VERBALE_USER_DATA', path.join(desk.dir, 'cli'));
  const told = await agreementCommand.run(
    {
      command: 'agreement',
      operands: [folder],
      options: { resamples: '50', analyst: 'Ana' },
      lists: {},
      flags: new Set<string>(),
    },
    { message: () => undefined, worker: '' },
  );
  expect(told.json).not.toHaveProperty('error');
  expect(told.json).toEqual(saved);
});
