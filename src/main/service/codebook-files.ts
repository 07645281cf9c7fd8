import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { reasonIn } from '../../core/fault-words.ts';
import type { CodebookContent } from '../../core/model/codebook.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { TextProblem } from './codebook-text.ts';

const MOST_BYTES = 16 * 1024 * 1024;

const NO_CODEBOOK: CodebookContent = {
  name: 'Codebook',
  guidelines: '',
  labels: [],
  attributes: [],
  relationTypes: [],
  rules: [],
};

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
    return whole(reasonIn(cause));
  }
}

/** A codebook of REFI-QDA, which says labels alone. */
async function readCodes(
  text: string,
  base: CodebookContent,
): Promise<Result<CodebookContent, TextProblem[]>> {
  const [{ readQdc }, { withCodes }] = await Promise.all([
    import('../../core/formats/refi/qdc.ts'),
    import('./codebook-qdc.ts'),
  ]);
  const codes = readQdc(text);
  if (codes.ok) return ok(withCodes(base, codes.value));
  const { line, message } = codes.error;
  return err([{ line, field: '', message }]);
}

/**
 * Reads a codebook from a YAML or JSON file, or the labels of one from a `.qdc`; says what is wrong
 * with it and where.
 * @param base what a `.qdc` is added to, because it says labels alone
 */
export async function readCodebookFile(
  file: string,
  base: CodebookContent = NO_CODEBOOK,
): Promise<Result<CodebookContent, TextProblem[]>> {
  const text = await textOf(file);
  if (!text.ok) return text;
  if (extname(file).toLowerCase() === '.qdc') return readCodes(text.value, base);
  // The YAML library is read when a codebook's file is; no start waits for it.
  const { readCodebookText } = await import('./codebook-text.ts');
  return readCodebookText(text.value);
}
