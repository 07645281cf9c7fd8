import { readXml, type XmlElement } from '../../core/formats/xml.ts';
import { ok } from '../../core/result.ts';
import { declaredCharset } from './declared-charset.ts';
import { type Decoded, decodeBytes } from './decode.ts';
import { type ImportResult, refuse } from './failure.ts';
import type { SourceFile } from './source-file.ts';
import { withoutKnownDoctype } from './xml-root.ts';

/** A file of XML, read. */
export interface XmlSource {
  readonly root: XmlElement;
  readonly decoded: Decoded;
  readonly declared: string | undefined;
}

/** Reads a file as XML; entities and files of others are never fetched or expanded. */
export function readXmlSource({ path, bytes, charset }: SourceFile): ImportResult<XmlSource> {
  const declared = declaredCharset(bytes);
  const decoded = decodeBytes(bytes, { override: charset, declared });
  const read = readXml(withoutKnownDoctype(decoded.text));
  if (read.ok) return ok({ root: read.value, decoded, declared });
  const { line, column, message } = read.error;
  return refuse(path, 'unreadable', `Line ${line}, column ${column}: ${message}.`);
}
