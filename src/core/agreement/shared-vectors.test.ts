import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../model/json.ts';
import { findMeasure } from './index.ts';

interface Vector {
  readonly id: string;
  readonly measure: string;
  readonly input: JsonObject;
  readonly expected: number | null;
  readonly tolerance: number;
}

const FOLDER = new URL('../../../../shared/vectors/', import.meta.url);
const FILE = new URL('agreement-vectors.json', FOLDER);

const read = (file: URL): unknown => JSON.parse(readFileSync(file, 'utf8'));
const vectors = existsSync(FILE) ? (read(FILE) as { vectors: Vector[] }).vectors : [];

/** The command line reads the file that an input names; so does this. */
function withIndices(input: JsonObject): JsonObject {
  const named = input['resampleIndices'];
  if (typeof named !== 'string') return input;
  return { ...input, resampleIndices: read(new URL(named, FOLDER)) as Json };
}

describe.skipIf(vectors.length === 0)(
  'the shared vectors (../shared, skipped where absent)',
  () => {
    // By number: a table of inputs this large takes vitest minutes to name.
    it.each(vectors.map(({ id }, at) => [id, at] as const))('%s', (_, at) => {
      const { measure, input, expected, tolerance } = vectors[at]!;
      const measured = findMeasure(measure)?.run(withIndices(input));
      if (expected === null) {
        expect(measured).toMatchObject({ ok: true, value: { value: null } });
        return;
      }
      const value = measured?.ok === true ? measured.value.value : undefined;
      expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(tolerance);
    });
  },
);
