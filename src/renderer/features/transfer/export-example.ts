import { csv } from '../../../core/formats/csv.ts';
import type { DatasetFacts, ExportArticle } from '../../../core/formats/format.ts';
import { writeJsonl } from '../../../core/formats/jsonl-write.ts';
import { lossLog } from '../../../core/formats/loss.ts';
import type { ExportChoice } from '../../state/export.ts';

/** Nothing of a project: the two formats that are shown take nothing from it. */
const NO_FACTS: DatasetFacts = {
  name: '',
  codebook: {
    name: '',
    guidelines: '',
    labels: [],
    attributes: [],
    relationTypes: [],
    rules: [],
    version: 1,
  },
  analysts: [],
  tool: '',
  at: '',
  sha256: () => '',
};

/** Writers of single lines; the whole file is written elsewhere, by the same ones. */
const WRITERS = { jsonl: writeJsonl, csv: csv.write } as const;

/** Characters of a text that an example shows of each long field. */
const MOST = 60;

/** A JSON line with its long texts cut, so that its shape can be seen. */
function shortened(line: string): string {
  const cut = (_key: string, value: unknown): unknown =>
    typeof value === 'string' && value.length > MOST
      ? `${Array.from(value.slice(0, 2 * MOST))
          .slice(0, MOST)
          .join('')}…`
      : value;
  return JSON.stringify(JSON.parse(line) as unknown, cut);
}

/**
 * The beginning of the file as it would be written, for one article with one annotation: the head of
 * a table and a row, or a line with its long texts cut.
 */
export function exampleOf(
  article: ExportArticle,
  { format, offsetUnit }: Pick<ExportChoice, 'format' | 'offsetUnit'>,
): string {
  const write = WRITERS[format];
  if (write === undefined) return '';
  const pieces = write(NO_FACTS, { offsetUnit }, lossLog()).article(article);
  const written = Array.from(pieces, ({ data }) => data)
    .join('')
    .trimEnd();
  return format === 'jsonl' ? shortened(written) : written;
}
