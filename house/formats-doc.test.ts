import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FORMATS } from '../src/core/formats/index.ts';
import { formatsTable } from './formats-table.ts';

const FILE = new URL('../docs/formats.md', import.meta.url);
const TABLE = /(?<=<!-- table -->\n\n)[\s\S]*?(?=\n<!-- \/table -->)/u;

// `VERBALE_WRITE_DOCS=1 npx vitest run house/formats-doc.test.ts` writes the table anew.
it('docs/formats.md has the table of the formats as they are', () => {
  const table = formatsTable(FORMATS);
  const text = readFileSync(FILE, 'utf8');
  if (process.env['VERBALE_WRITE_DOCS'] === '1') {
    writeFileSync(
      FILE,
      text.replace(TABLE, () => table),
    );
  }
  expect(readFileSync(FILE, 'utf8').match(TABLE)?.[0]).toBe(table);
});
