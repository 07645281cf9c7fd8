import { createHash } from 'node:crypto';
import { migrate } from '../../core/log/migrations.ts';
import { fieldValue } from '../../core/log/record.ts';
import { isFileName } from '../../core/log/schema.ts';
import type { Json } from '../../core/model/json.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Engine } from './engine.ts';
import { fromFault, refuse, type StoreError } from './errors.ts';
import { ARTICLES_FOLDER, ORIGINALS_FOLDER } from './layout.ts';
import { unseal } from './sealed.ts';

/** Texts kept in memory: at most this many UTF-16 code units in all. */
const KEPT_CHARACTERS = 16_000_000;

/** Lower-case hex SHA-256. @param content a string counts as UTF-8 */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** An article's text, within the project. */
export function textFile(articleId: string): string {
  return `${ARTICLES_FOLDER}/${articleId}.txt`;
}

/** An article's import record, within the project. */
export function sidecarFile(articleId: string): string {
  return `${ARTICLES_FOLDER}/${articleId}.json`;
}

/** The folder of the files that articles were read from, within the project. */
export const ORIGINALS = `${ARTICLES_FOLDER}/${ORIGINALS_FOLDER}`;

/** Reads an article's text and checks it against the hash in its record. */
export async function readText(
  engine: Engine,
  articleId: string,
): Promise<Result<string, StoreError>> {
  const record = engine.project.records.maps.get('article')?.get(articleId);
  if (record === undefined || !isFileName(articleId)) {
    return refuse('missing', `There is no article “${articleId}” in this project.`);
  }
  const file = textFile(articleId);
  try {
    const bytes = await engine.around.disk.readFile(`${engine.around.dir}/${file}`);
    if (sha256(bytes) !== fieldValue(record, 'sha256')) {
      return refuse(
        'corrupt',
        `${file} is not the text that was imported: its hash differs.`,
        file,
      );
    }
    return ok(Buffer.from(bytes).toString('utf8'));
  } catch (fault) {
    return { ok: false, error: fromFault(fault, file) };
  }
}

/** Reads an article's import record. */
export async function readSidecar(
  engine: Engine,
  articleId: string,
): Promise<Result<Json, StoreError>> {
  if (!isFileName(articleId)) return refuse('name', `“${articleId}” cannot be a file name.`);
  const file = sidecarFile(articleId);
  try {
    const opened = unseal(await engine.around.disk.readFile(`${engine.around.dir}/${file}`));
    if (!opened.ok) return refuse('corrupt', `${file} cannot be used: ${opened.reason}.`, file);
    const { version, migrations } = engine.around.format;
    const data = migrate('article', opened.data, opened.seal.version, migrations, version);
    return data === undefined
      ? refuse('corrupt', `${file} has format version ${opened.seal.version}.`, file)
      : ok(data);
  } catch (fault) {
    return { ok: false, error: fromFault(fault, file) };
  }
}

/** Texts in memory, least recently used first. */
export interface TextCache {
  get(articleId: string): string | undefined;
  set(articleId: string, text: string): void;
}

/** A cache of texts that is bounded by their length in all. */
export function textCache(): TextCache {
  const texts = new Map<string, string>();
  let characters = 0;
  return {
    get(articleId) {
      const text = texts.get(articleId);
      if (text === undefined) return undefined;
      texts.delete(articleId);
      texts.set(articleId, text);
      return text;
    },
    set(articleId, text) {
      characters += text.length - (texts.get(articleId)?.length ?? 0);
      texts.delete(articleId);
      texts.set(articleId, text);
      for (const [oldest, old] of texts) {
        if (characters <= KEPT_CHARACTERS || oldest === articleId) break;
        texts.delete(oldest);
        characters -= old.length;
      }
    },
  };
}
