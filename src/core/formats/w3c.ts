import type { Format } from './format.ts';
import { readW3c } from './w3c/read.ts';
import { W3C_CAN, writeW3c } from './w3c/write.ts';

/**
 * Web Annotations (W3C REC annotation-model, JSON-LD): a list of `AnnotationPage`s, one for each article
 * with its text (`about`). Each annotation has its label as a `TextualBody` for tagging, its note as one for
 * commenting, its analyst as `creator`, and for every span a `TextPositionSelector` in code points and a
 * `TextQuoteSelector` as alternatives; several spans are a `Composite`. Relations are annotations for
 * linking. Our own terms have a context of their own in the file, so they survive as RDF. Annotations of
 * others are read where a text file with the name of their source lies beside them; where none does, the
 * first rule of the model that they break is named with its place.
 */
export const w3c: Format = {
  id: 'w3c',
  label: 'W3C Web Annotation',
  extensions: ['.jsonld', '.json'],
  layout: 'file',
  offsetUnit: 'codePoint',
  can: W3C_CAN,
  sniff: (sample, name) =>
    /"@context"\s*:\s*(?:\[\s*)?"https?:\/\/www\.w3\.org\/ns\/anno\.jsonld"/.test(sample) ||
    /^\ufeff?\s*(?:\[\s*)?\{[^{}]*"type"\s*:\s*"Annotation"/.test(sample) ||
    name.toLowerCase().endsWith('.jsonld'),
  companions: (name) => [name.replace(/\.[^./]*$/, '.txt')],
  read: readW3c,
  write: writeW3c,
};
