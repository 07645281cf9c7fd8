import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findMeasure, MEASURES } from '../core/agreement/index.ts';
import type { Measured } from '../core/agreement/measure.ts';
import { reasonIn } from '../core/fault-words.ts';
import { isJsonObject, type Json, type JsonObject } from '../core/model/json.ts';
import { err, ok, type Result } from '../core/result.ts';
import { type Command, type Outcome, refused, wrongUsage } from './command.ts';

async function readJson(file: string): Promise<Result<Json, string>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    return err(`${file} cannot be read: ${reasonIn(cause)}.`);
  }
  try {
    return ok(JSON.parse(text) as Json);
  } catch {
    return err(`${file} is not JSON.`);
  }
}

/** Where a file that an input names may lie: beside it, here, and with the team’s reference. */
function placesOf(name: string, input: string): readonly string[] {
  return [path.dirname(input), '.', path.join('..', 'shared', 'vectors')].map((folder) =>
    path.resolve(folder, name),
  );
}

/** An input may name a file with the resamples, as they are many; the core knows no files. */
async function withResamples(input: JsonObject, file: string): Promise<Result<JsonObject, string>> {
  const named = input['resampleIndices'];
  if (typeof named !== 'string') return ok(input);
  for (const place of placesOf(named, file)) {
    const read = await readJson(place);
    if (read.ok) return ok({ ...input, resampleIndices: read.value });
  }
  return err(`resampleIndices: there is no file “${named}” with JSON beside the input.`);
}

function names(): Outcome {
  return {
    exit: 0,
    json: MEASURES.map(({ name, title }) => ({ name, title })),
    text: MEASURES.map(({ name, title }) => `${name.padEnd(42)}${title}`),
  };
}

function told(measure: string, { value, reason }: Measured): Outcome {
  const words = value === null ? `undefined: ${reason}` : String(value);
  return { exit: 0, json: { measure, value, reason }, text: [`${measure}  ${words}`] };
}

/**
 * `measure NAME INPUT.json` → `{measure, value, reason}`; `value` is `null`, with a reason, where the
 * measure is not defined. Without NAME the measures there are. Input that is wrong is refused.
 */
export const measureCommand: Command = {
  name: 'measure',
  operands: [0, 2],
  options: [],
  async run({ operands: [name, file] }) {
    if (name === undefined) return names();
    const measure = findMeasure(name);
    if (measure === undefined) {
      return wrongUsage(`There is no measure “${name}”; “verbale measure” lists them.`);
    }
    if (file === undefined) return wrongUsage('measure: the file with the input is missing.');
    const read = await readJson(file);
    if (!read.ok) return refused(read.error);
    if (!isJsonObject(read.value)) return refused('The input must be a JSON object.');
    const input = await withResamples(read.value, file);
    if (!input.ok) return refused(input.error);
    const measured = measure.run(input.value);
    return measured.ok ? told(name, measured.value) : refused(measured.error);
  },
};
