import type { QdcCode } from '../../core/formats/refi/qdc.ts';
import {
  type CodebookContent,
  findLabel,
  LABEL_PATTERNS,
  type Label,
} from '../../core/model/codebook.ts';
import { labelFor } from './free-label.ts';

/** A letter that no label has: one of the name's, else of the alphabet. */
function freeLetter(name: string, labels: readonly Label[]): string {
  const taken = new Set(labels.map(({ letter }) => letter.toUpperCase()));
  const wished = Array.from(`${name}ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789`.toUpperCase());
  return wished.find((sign) => /[\p{L}\p{N}]/u.test(sign) && !taken.has(sign)) ?? '?';
}

/** The code's own colour with a line that no label has with it; else the look as it was found. */
function looking(label: Label, { hue }: QdcCode, labels: readonly Label[]): Label {
  if (hue === undefined) return label;
  const pattern = LABEL_PATTERNS.find(
    (one) => !labels.some((other) => other.hue === hue && other.pattern === one),
  );
  return pattern === undefined ? label : { ...label, hue, pattern };
}

/**
 * A codebook with the codes of a REFI-QDA file: labels of the same name take its definition, new
 * ones are added, and everything that such a file cannot say stays as it is.
 */
export function withCodes(base: CodebookContent, codes: readonly QdcCode[]): CodebookContent {
  let labels: readonly Label[] = base.labels;
  for (const code of codes) {
    const { name, definition } = code;
    const known = findLabel(labels, name);
    if (known === undefined) {
      const made = looking(labelFor(name, labels), code, labels);
      labels = [...labels, { ...made, definition, letter: freeLetter(name, labels) }];
    } else if (definition !== '') {
      labels = labels.map((one) => (one === known ? { ...one, definition } : one));
    }
  }
  return { ...base, labels };
}
