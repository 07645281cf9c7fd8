import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';

/** A file beside a brat collection, one line for each document, with what brat has no place for. */
export const MAP_FILE = 'verbale.map';

/** What {@link MAP_FILE} knows about a document. */
export interface BratDocument {
  /** Fields of the native line about the article. */
  readonly article: JsonObject;
  /** By id in the `.ann` file: fields of the native line, and the spans as they were. */
  readonly annotations: JsonObject;
  readonly relations: JsonObject;
}

function documentIn(line: string): [string, BratDocument] | undefined {
  try {
    const value = JSON.parse(line) as Json;
    if (!isJsonObject(value)) return undefined;
    const { file, article, annotations, relations } = value;
    const isDocument =
      typeof file === 'string' &&
      isJsonObject(article) &&
      isJsonObject(annotations) &&
      isJsonObject(relations);
    return isDocument ? [file, { article, annotations, relations }] : undefined;
  } catch {
    // A line somebody damaged: its document is read as if it were brat's alone.
    return undefined;
  }
}

/** The documents of a {@link MAP_FILE}, by the name of their `.ann` file without folder and ending. */
export function readMap(lines: Iterable<string>): ReadonlyMap<string, BratDocument> {
  const documents = new Map<string, BratDocument>();
  for (const line of lines) {
    const found = documentIn(line);
    if (found !== undefined) documents.set(...found);
  }
  return documents;
}
