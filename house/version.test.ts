import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { VERSION } from '../src/core/version.ts';

it('says one version everywhere', () => {
  const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  expect((JSON.parse(file) as { version: string }).version).toBe(VERSION);
});
