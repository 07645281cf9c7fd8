import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CodebookContent } from '../../core/model/codebook.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { TextProblem } from './codebook-text.ts';

const MOST_BYTES = 16 * 1024 * 1024;

function whole(message: string): Result<never, TextProblem[]> {
  return err([{ line: 0, field: '', message }]);
}

/** The text of a file, without the mark some editors put before it. */
async function textOf(file: string): Promise<Result<string, TextProblem[]>> {
  try {
    const found = await stat(file);
    if (!found.isFile()) return whole(`“${basename(file)}” is not a file.`);
    if (found.size > MOST_BYTES) return whole('It is larger than 2 MB.');
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)));
  } catch (cause) {
    if (cause instanceof TypeError) return whole('It is not UTF-8 text.');
    return whole(cause instanceof Error ? cause.message : String(cause));
  }
}

/** Reads a codebook from a YAML or JSON file, or says what is wrong with it and where. */
export async function readCodebookFile(
  file: string,
): Promise<Result<CodebookContent, TextProblem[]>> {
  const text = await textOf(file);
  if (!text.ok) return text;
  // The YAML library is read when a codebook's file is; no start waits for it.
  const { readCodebookText } = await import('./codebook-text.ts');
  return readCodebookText(text.value);
}

/** Writes a text to a file a person chose; the reason where that fails. */
export async function writeTextFile(file: string, text: string): Promise<Result<void, string>> {
  try {
    await writeFile(file, text);
    return ok(undefined);
  } catch (cause) {
    return err(cause instanceof Error ? cause.message : String(cause));
  }
}
