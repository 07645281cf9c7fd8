import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './app.ts';

const CODEBOOK = `format: verbale-codebook
version: 1
name: Rumours
labels:
  - id: rumour
    name: Rumour
    letter: R
    hue: green
    pattern: dashed
`;

test('new takes a codebook from YAML or JSON', async ({ verbale, scratch }) => {
  const yaml = path.join(scratch, 'rumours.yaml');
  await writeFile(yaml, CODEBOOK);
  const json = path.join(scratch, 'rumours.json');
  const label = { id: 'rumour', name: 'Rumour', letter: 'R', hue: 'green', pattern: 'dashed' };
  const content = { format: 'verbale-codebook', version: 1, name: 'Rumours', labels: [label] };
  await writeFile(json, JSON.stringify(content));
  for (const [index, file] of [yaml, json].entries()) {
    const folder = path.join(scratch, `Rumours ${index}.verbale`);
    const made = await verbale('new', folder, '--codebook', file, '--json');
    expect(made).toMatchObject({ exit: 0, stderr: '' });
    const saved = await readFile(path.join(folder, 'project.json'), 'utf8');
    expect(saved).toContain('"rumour"');
    expect(saved).not.toContain('"sanctions-proposal"');
    expect((await verbale('verify', folder, '--json')).json).toEqual({ ok: true, problems: [] });
  }
});

test('new refuses a bad codebook line by line, and makes nothing', async ({ verbale, scratch }) => {
  const file = path.join(scratch, 'bad.yaml');
  await writeFile(file, CODEBOOK.replace('letter: R', 'letter: RR').replace('green', 'mauve'));
  const folder = path.join(scratch, 'Bad.verbale');
  const refused = await verbale('new', folder, '--codebook', file, '--json');
  expect(refused.exit).toBe(1);
  expect(refused.stderr).toContain('line 8, labels › 1 › hue: is one of blue');
  expect((await verbale('list', folder, '--json')).exit).toBe(1);
  const missing = await verbale('new', folder, '--codebook', path.join(scratch, 'none.yaml'));
  expect(missing.exit).toBe(1);
  expect(missing.stderr).toContain('ENOENT');
});
