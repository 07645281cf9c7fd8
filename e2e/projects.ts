import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { ROOT } from '../scripts/setup/root.mjs';
import type { Verbale } from './command-line.ts';

/** The texts that the sample is made of. */
export const SAMPLE_SOURCES = path.join(ROOT, 'resources/sample-sources');

/** The sample as it is shipped. */
export const SAMPLE_PROJECT = path.join(ROOT, 'resources/sample-project');

/** A text of the sample by its file name. */
export function sampleText(name: string): string {
  return path.join(SAMPLE_SOURCES, name);
}

/** An annotation as an export has it; offsets in UTF-16 code units. */
export interface Exported {
  readonly id: string;
  readonly label: string;
  readonly spans: readonly (readonly [number, number])[];
  readonly quote: readonly string[];
  readonly analyst: string;
  readonly note: string;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A relation as an export has it. */
export interface ExportedRelation {
  readonly type: string;
  /** Annotation ids. */
  readonly from: string;
  readonly to: string;
}

/** A line of an export. */
export interface ExportedArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly furniture: readonly (readonly [number, number])[];
  readonly annotations: readonly Exported[];
  readonly relations: readonly ExportedRelation[];
}

/** Projects made, read and checked through the command line. */
export interface Projects {
  /** Makes a project with articles; answers its folder. */
  readonly make: (name: string, files?: readonly string[]) => Promise<string>;
  /** Makes a copy of the sample: the one that is shipped must not be changed or locked. */
  readonly sample: (name?: string) => Promise<string>;
  /** Everything in a project, in UTF-16 offsets. */
  readonly read: (folder: string) => Promise<ExportedArticle[]>;
  /** Fails unless every sum, hash, chain, offset and quote is right. */
  readonly verify: (folder: string) => Promise<void>;
}

/** @param scratch the test's own folder */
export function projectsIn(scratch: string, verbale: Verbale): Projects {
  let exports = 0;
  async function done(...argv: string[]): Promise<unknown> {
    const ended = await verbale(...argv, '--json');
    expect(ended, ended.stderr).toMatchObject({ exit: 0 });
    return ended.json;
  }
  return {
    async make(name, files = []) {
      const folder = path.join(scratch, `${name}.verbale`);
      await done('new', folder, '--name', name);
      if (files.length > 0) await done('import', folder, ...files);
      return folder;
    },
    async sample(name = 'sample') {
      const folder = path.join(scratch, `${name}.verbale`);
      await cp(SAMPLE_PROJECT, folder, { recursive: true });
      return folder;
    },
    async read(folder) {
      exports += 1;
      const out = path.join(scratch, `export-${exports}.jsonl`);
      await done(
        'export',
        folder,
        '--format',
        'jsonl',
        '--all',
        '--offset-unit',
        'utf16',
        '--out',
        out,
      );
      const lines = (await readFile(out, 'utf8')).split('\n').filter((line) => line !== '');
      return lines.map((line) => JSON.parse(line) as ExportedArticle);
    },
    async verify(folder) {
      expect(await done('verify', folder)).toEqual({ ok: true, problems: [] });
    },
  };
}
