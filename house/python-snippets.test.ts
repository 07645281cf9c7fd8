import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findFormat } from '../src/core/formats/index.ts';
import { anAnnotation, anArticle, anExportArticle } from '../src/core/testing/builders.ts';
import { writeDataset } from '../src/core/testing/datasets.ts';
import { OWN_NASTY_CASES } from '../src/core/testing/own-nasty-cases.ts';

/** Another Python than the one of the system, such as one with packages. */
const PYTHON = process.env['VERBALE_PYTHON'] ?? 'python3';
const dir = mkdtempSync(path.join(tmpdir(), 'verbale-python-'));

afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

const ARTICLES = OWN_NASTY_CASES.map(({ id, text, spans }) =>
  anExportArticle(text, {
    article: anArticle(text, { id, title: id }),
    annotations: spans.map(({ utf16, label }, index) =>
      anAnnotation(text, [utf16], { id: `a${index}`, articleId: id, label }),
    ),
  }),
);

interface Snippet {
  readonly format: string;
  readonly code: string;
  readonly packages: readonly string[];
}

/** The snippets of docs/formats.md, each as often as formats it says it is for. */
function snippets(): readonly Snippet[] {
  const text = readFileSync(new URL('../docs/formats.md', import.meta.url), 'utf8');
  return Array.from(text.matchAll(/```python\n# writes: (.*)\n([\s\S]*?)```/g)).flatMap(
    ([, formats = '', code = '']) => {
      const found = code.matchAll(/^(?:import|from) (\w+)/gm);
      const packages = [...new Set(Array.from(found, ([, name = '']) => name))];
      return formats.split(', ').map((format) => ({ format, code, packages }));
    },
  );
}

function python(args: readonly string[], cwd: string): string {
  const env = { ...process.env, HF_HOME: path.join(dir, 'hf'), PYTHONIOENCODING: 'utf-8' };
  const stdio = ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'];
  return execFileSync(PYTHON, args, { cwd, env, stdio, encoding: 'utf8', timeout: 100_000 });
}

/** True where Python is there with what a snippet imports. */
function hasAll(packages: readonly string[]): boolean {
  try {
    const names = JSON.stringify(packages);
    const code = `import importlib.util as u, sys; sys.exit(any(u.find_spec(n) is None for n in ${names}))`;
    python(['-c', code], dir);
    return true;
  } catch {
    // No Python, or a package is missing: reported as skipped.
    return false;
  }
}

/** Writes the dataset of a snippet into a folder of its own. */
function export_({ format: id }: Snippet, to: string): void {
  const format = findFormat(id);
  if (format === undefined) throw new Error(`no format ${id}`);
  const root = format.layout === 'folder' ? path.join(to, 'dataset') : to;
  for (const [name, bytes] of writeDataset(format, ARTICLES)) {
    const file = path.join(root, name === '' ? `data${format.extensions[0] ?? ''}` : name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

describe('the snippets in docs/formats.md', () => {
  const all = snippets();

  it('are there, each for a format that is written', () => {
    expect(all.length).toBeGreaterThanOrEqual(12);
    expect(all.filter(({ format }) => findFormat(format)?.write === undefined)).toEqual([]);
  });

  for (const [index, snippet] of all.entries()) {
    it.skipIf(!hasAll(snippet.packages))(
      `${snippet.format} with ${snippet.packages.join(', ')}`,
      { timeout: 120_000 },
      () => {
        const to = path.join(dir, `${index}`);
        mkdirSync(to);
        export_(snippet, to);
        expect(() => python(['-c', snippet.code], to)).not.toThrow();
      },
    );
  }
});
