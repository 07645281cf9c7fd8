import type { CodebookContent, LabelHue } from '../../model/codebook.ts';
import { err, ok, type Result } from '../../result.ts';
import {
  childElement,
  childElements,
  element,
  escapeText,
  readXml,
  textIn,
  XML_HEAD,
  type XmlElement,
  type XmlProblem,
} from '../xml.ts';
import { COLOURS, nearestHue } from './colours.ts';
import { guidFor } from './guid.ts';

const NAMESPACE = 'urn:QDA-XML:codebook:1.0';

/** A code of a codebook of others, as a label needs it. */
export interface QdcCode {
  readonly name: string;
  /** Empty where the file says none. */
  readonly definition: string;
  readonly hue: LabelHue | undefined;
}

/**
 * A codebook alone as REFI-QDA has it (`.qdc`, qdasoftware.org, version 1.0): the labels with their
 * colours and definitions. It has no place for attributes, relation types, rules and guidelines.
 */
export function writeQdc(
  { labels }: Pick<CodebookContent, 'labels'>,
  origin: string,
  sha256: (text: string) => string,
): string {
  const codes = labels.map(({ name, hue, definition, retired }) => {
    const described = definition === '' ? '' : element('Description', {}, escapeText(definition));
    const guid = guidFor(sha256, ['code', name]);
    const color = COLOURS[hue];
    return element('Code', { guid, name, isCodable: String(!retired), color }, described);
  });
  const all = element('Codes', {}, `\n${codes.join('\n')}\n`);
  return `${XML_HEAD}${element('CodeBook', { xmlns: NAMESPACE, origin }, `\n${all}\n`)}\n`;
}

function codeOf(code: XmlElement, path: readonly string[]): QdcCode {
  const described = childElement(code, 'Description');
  const colour = code.attributes.get('color') ?? '';
  return {
    name: path.join(' › '),
    definition: described === undefined ? '' : textIn(described).trim(),
    hue: /^#[0-9a-f]{6}$/i.test(colour) ? nearestHue(colour) : undefined,
  };
}

/** Codes that can be given, in order; what stands above one goes before its name where two are alike. */
function codesIn(
  parent: XmlElement,
  above: readonly string[],
): { code: XmlElement; path: string[] }[] {
  return childElements(parent, 'Code').flatMap((code) => {
    const path = [...above, (code.attributes.get('name') ?? '').trim()];
    const isGiven = /^(?:true|1)$/.test(code.attributes.get('isCodable') ?? 'true');
    return [...(isGiven ? [{ code, path }] : []), ...codesIn(code, path)];
  });
}

/** Reads the codes of a `.qdc`, or of the codebook in a project's `project.qde`. */
export function readQdc(text: string): Result<readonly QdcCode[], XmlProblem> {
  const root = readXml(text);
  if (!root.ok) return root;
  const book = root.value.local === 'CodeBook' ? root.value : childElement(root.value, 'CodeBook');
  const codes = book === undefined ? undefined : childElement(book, 'Codes');
  if (codes === undefined) {
    const message = 'this is no codebook of REFI-QDA: it has no element CodeBook with Codes';
    return err({ line: root.value.line, column: 1, message });
  }
  const found = codesIn(codes, []).filter(({ path }) => path.at(-1) !== '');
  const times = new Map<string, number>();
  for (const { path } of found) {
    const name = path.at(-1)?.toLowerCase() ?? '';
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return ok(
    found.map(({ code, path }) => {
      const own = path.slice(-1);
      return codeOf(code, times.get(own[0]?.toLowerCase() ?? '') === 1 ? own : path);
    }),
  );
}
