import { extname } from 'node:path';
import { zipSync } from 'fflate';
import { readXml, type XmlElement } from '../../core/formats/xml.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { describeBytes } from './limits.ts';
import { readZipBytes, type ZipEntry } from './zip-entries.ts';

/** A Word document, unpacked and looked through. */
export interface DocxParts {
  /** Its parts of XML, checked, packed anew: nothing else of it reaches the reader. */
  readonly archive: Buffer;
  /** Trees by path. */
  readonly trees: ReadonlyMap<string, XmlElement>;
  /** Paths of all that is in it. */
  readonly paths: readonly string[];
}

const MOST_UNPACKED = 128 * 1024 * 1024;
/** Most bytes of all its XML; a novel has about five. */
const MOST_XML = 24 * 1024 * 1024;

/**
 * Unpacks a Word document within limits and checks each part of XML: no document type, no deep
 * nesting. The error says in words why it is not read.
 */
export async function docxParts(bytes: Uint8Array): Promise<Result<DocxParts, string>> {
  const entries = await readZipBytes(bytes, { bytes: MOST_UNPACKED });
  if (!entries.ok) return entries;
  const parts = entries.value.filter(({ path }) => isXml(path));
  const size = parts.reduce((sum, { bytes: part }) => sum + part.length, 0);
  if (size > MOST_XML) {
    const has = describeBytes(size);
    return err(
      `Unpacked its text has ${has}; at most ${describeBytes(MOST_XML)} are read. Split it.`,
    );
  }
  const trees = treesOf(parts);
  if (!trees.ok) return trees;
  const packed: Record<string, [Uint8Array, { level: 0 }]> = {};
  for (const { path, bytes: part } of parts) packed[path] = [part, { level: 0 }];
  return ok({
    archive: Buffer.from(zipSync(packed)),
    trees: trees.value,
    paths: entries.value.map(({ path }) => path),
  });
}

function isXml(path: string): boolean {
  return ['.xml', '.rels'].includes(extname(path).toLowerCase());
}

function treesOf(parts: readonly ZipEntry[]): Result<Map<string, XmlElement>, string> {
  const trees = new Map<string, XmlElement>();
  for (const { path, bytes } of parts) {
    const text = new TextDecoder().decode(bytes);
    if (/<!DOCTYPE/iu.test(text))
      return err(`Its part ${path} has a document type, which Word never writes.`);
    const tree = readXml(text);
    if (!tree.ok) return err(`Its part ${path} is damaged: ${tree.error.message}.`);
    trees.set(path, tree.value);
  }
  return ok(trees);
}
