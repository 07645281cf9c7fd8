import { isJsonObject, type Json, type JsonObject } from '../../model/json.ts';
import type { JsonPath } from '../json-place.ts';

/** What an annotation has that the model does not allow, and where in it. */
export interface BrokenRule {
  readonly path: JsonPath;
  /** In words, no full stop. */
  readonly message: string;
}

const CONTEXT = /^https?:\/\/www\.w3\.org\/ns\/anno\.jsonld$/;
const IRI = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

type Check = (value: Json) => boolean;

const isIri: Check = (value) => typeof value === 'string' && IRI.test(value);
const isWords: Check = (value) => typeof value === 'string';
const isResource: Check = (value) => isIri(value) || isJsonObject(value);
const isTime: Check = (value) => typeof value === 'string' && TIME.test(value);

const someOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value)
      ? value.length > 0 && value.every((one) => check(one as Json))
      : check(value);

/** Fields of an annotation, what each must be where it is there, and that in words. */
const FIELDS: readonly (readonly [name: string, check: Check, must: string])[] = [
  ['@context', someOf((value) => isWords(value) || isJsonObject(value)), 'an address'],
  ['id', isIri, 'one address'],
  ['type', someOf(isWords), 'a name'],
  ['target', someOf(isResource), 'an address or an object'],
  ['body', someOf(isResource), 'an address or an object'],
  ['bodyValue', isWords, 'one text'],
  ['creator', someOf(isResource), 'an address or an object'],
  ['generator', someOf(isResource), 'an address or an object'],
  ['created', isTime, 'one time with its zone'],
  ['modified', isTime, 'one time with its zone'],
  ['generated', isTime, 'one time with its zone'],
  ['rights', someOf(isIri), 'an address'],
  ['via', someOf(isIri), 'an address'],
  ['canonical', isIri, 'one address'],
];

function has(value: Json | undefined, one: string): boolean {
  return Array.isArray(value) ? value.includes(one) : value === one;
}

function contextRule(annotation: JsonObject): BrokenRule | undefined {
  const context = annotation['@context'];
  const all = Array.isArray(context) ? context : [context];
  if (all.some((one) => typeof one === 'string' && CONTEXT.test(one))) return undefined;
  const message = 'its @context is not that of Web Annotations (http://www.w3.org/ns/anno.jsonld)';
  return { path: context === undefined ? [] : ['@context'], message };
}

function fieldRule(annotation: JsonObject): BrokenRule | undefined {
  const wrong = FIELDS.find(([name, check]) => {
    const value = annotation[name];
    return value !== undefined && !check(value);
  });
  if (wrong !== undefined) {
    return { path: [wrong[0]], message: `its ${wrong[0]} must be ${wrong[2]}` };
  }
  if (!has(annotation['type'], 'Annotation')) {
    const path = annotation['type'] === undefined ? [] : ['type'];
    return { path, message: 'its type is not Annotation' };
  }
  if (annotation['target'] === undefined) return { path: [], message: 'it has no target' };
  return annotation['body'] !== undefined && annotation['bodyValue'] !== undefined
    ? { path: ['bodyValue'], message: 'it has a body and a bodyValue, of which one may be there' }
    : undefined;
}

function targetRule({ target }: JsonObject): BrokenRule | undefined {
  if (!isJsonObject(target)) return undefined;
  if (has(target['type'], 'SpecificResource') && target['source'] === undefined) {
    return { path: ['target'], message: 'its target is a SpecificResource without a source' };
  }
  return undefined;
}

/**
 * The first rule of the Web Annotation Data Model (W3C REC, §3 and §4) that an annotation breaks.
 * @param inPage whether it stands in a page, which has the context for all
 */
export function brokenRule(annotation: JsonObject, inPage: boolean): BrokenRule | undefined {
  const context = inPage ? undefined : contextRule(annotation);
  return context ?? fieldRule(annotation) ?? targetRule(annotation);
}
