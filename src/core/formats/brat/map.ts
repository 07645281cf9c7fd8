import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import type { InputFile } from '../format.ts';

/**
 * A file beside each document of a folder, with what its own files have no place for. One for each, so
 * that an article of many is read without the others.
 * @param base name of the document's own file, without its ending
 */
export function mapFile(base: string): string {
  return `${base}.map`;
}

/** What a {@link mapFile} knows about its document. */
export interface MappedDocument {
  /** Fields of the native line about the article. */
  readonly article: JsonObject;
  /** By id in the document's own file: fields of the native line, and the spans as they were. */
  readonly annotations: JsonObject;
  readonly relations: JsonObject;
}

/** What a {@link mapFile} says; `undefined` where it is not there, or damaged. */
export function readMap(file: Pick<InputFile, 'text'> | undefined): MappedDocument | undefined {
  if (file === undefined) return undefined;
  try {
    const value = JSON.parse(file.text()) as Json;
    if (!isJsonObject(value)) return undefined;
    const { article, annotations, relations } = value;
    const isDocument =
      isJsonObject(article) && isJsonObject(annotations) && isJsonObject(relations);
    return isDocument ? { article, annotations, relations } : undefined;
  } catch (cause) {
    // One that somebody damaged: its document is read as if it were the other tool's alone.
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
