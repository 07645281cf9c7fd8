import { documentLabelsIn, wordLabels } from '../../core/model/codebook.ts';
import { attributeNames } from '../../core/statistics/names.ts';
import type { Report } from '../../core/statistics/report.ts';
import { spreadsheetCsv } from '../../core/statistics/spreadsheet-csv.ts';
import { type Names, tableOf } from '../../core/statistics/table.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import type { Store } from '../store/store.ts';
import { codebookOf } from './codebook-view.ts';
import type { Dialogs } from './dialogs.ts';
import { refuse } from './problems.ts';
import { analystsOf, articlesOf, projectName } from './project-view.ts';
import { writeWhole } from './write-whole.ts';

type Answer = Reply<Output<'statistics.saveTable'>>;
type Chart = Input<'statistics.saveTable'>['chart'];

function namesOf(store: Store): Names {
  const { labels, attributes } = codebookOf(store);
  const analysts = new Map(analystsOf(store).map((one) => [one.id, one.name]));
  const titles = new Map(articlesOf(store).map((one) => [one.id, one.title]));
  return {
    labels: wordLabels(labels),
    documentLabels: documentLabelsIn(labels),
    ...attributeNames(attributes),
    analyst: (id) => analysts.get(id) ?? id,
    article: (id) => titles.get(id) ?? id,
  };
}

async function save(
  dialogs: Dialogs,
  store: Store,
  chart: Chart,
  extension: string,
  pieces: () => Iterable<string | Uint8Array>,
): Promise<Answer> {
  const name = `${projectName(store)} ${chart}.${extension}`;
  const file = await dialogs.saveAs('Export chart', name, extension);
  if (file === undefined) return { ok: true, value: { cancelled: true } };
  const written = await writeWhole(file, pieces());
  return written.ok ? { ok: true, value: { file } } : refuse('io', written.error, file);
}

/** Writes all numbers of a chart where a person says. */
export function saveTable(
  dialogs: Dialogs,
  store: Store,
  report: Report,
  chart: Chart,
): Promise<Answer> {
  return save(dialogs, store, chart, 'csv', () =>
    spreadsheetCsv(tableOf(report, chart, namesOf(store))),
  );
}

const PNG_SIGNATURE = '89504e470d0a1a0a';

/** Writes a picture where a person says. What is no picture of its kind is refused. */
export function savePicture(
  dialogs: Dialogs,
  store: Store,
  { chart, kind, content }: Input<'statistics.savePicture'>,
): Promise<Answer> {
  const bytes = Buffer.from(content, kind === 'svg' ? 'utf8' : 'base64');
  const isPicture =
    kind === 'svg'
      ? content.startsWith('<svg ') && content.trimEnd().endsWith('</svg>')
      : bytes.subarray(0, 8).toString('hex') === PNG_SIGNATURE;
  if (!isPicture) {
    return Promise.resolve(refuse('invalid-input', `This is no ${kind.toUpperCase()} picture.`));
  }
  return save(dialogs, store, chart, kind, () => [bytes]);
}
