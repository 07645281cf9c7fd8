import { newLabel } from '../../core/codebook/new-entry.ts';
import type { QdcCode } from '../../core/formats/refi/qdc.ts';
import {
  type CodebookContent,
  findLabel,
  LABEL_PATTERNS,
  type Label,
} from '../../core/model/codebook.ts';

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
      const made = looking(newLabel(name, labels), code, labels);
      labels = [...labels, { ...made, definition }];
    } else if (definition !== '') {
      labels = labels.map((one) => (one === known ? { ...one, definition } : one));
    }
  }
  return { ...base, labels };
}
