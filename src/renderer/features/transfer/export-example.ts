import { csv } from '../../../core/formats/csv.ts';
import type { ExportArticle } from '../../../core/formats/format.ts';
import { writeJsonl } from '../../../core/formats/jsonl-write.ts';
import { lossLog } from '../../../core/formats/loss.ts';
import type { ExportChoice } from '../../state/export.ts';

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
  const written = [...write([article], { offsetUnit }, lossLog())].join('').trimEnd();
  return format === 'jsonl' ? shortened(written) : written;
}
