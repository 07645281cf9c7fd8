import { argilla } from './argilla.ts';
import { brat } from './brat.ts';
import { casJson } from './cas-json.ts';
import { casXmi } from './cas-xmi.ts';
import { conll2003 } from './conll-2003.ts';
import { conllU } from './conll-u.ts';
import { csv } from './csv.ts';
import { csvSpreadsheet } from './csv-spreadsheet.ts';
import { doccano } from './doccano.ts';
import type { Format } from './format.ts';
import { gate } from './gate.ts';
import { html } from './html.ts';
import { huggingface } from './huggingface.ts';
import { huggingfaceParquet } from './huggingface-parquet.ts';
import { inceptionProject } from './inception-project.ts';
import { jsonl } from './jsonl.ts';
import { labelStudio } from './label-studio.ts';
import { markdown } from './markdown.ts';
import { parquet } from './parquet.ts';
import { prodigy } from './prodigy.ts';
import { refiQda } from './refi-qda.ts';
import { spacyDocbin } from './spacy-docbin.ts';
import { spacyJson } from './spacy-json.ts';
import { tei } from './tei.ts';
import { w3c } from './w3c.ts';
import { webannoTsv } from './webanno-tsv.ts';

/** Every format, in the order in which it is offered. To add one, add its file and a line here. */
export const FORMATS: readonly Format[] = [
  jsonl,
  csv,
  csvSpreadsheet,
  labelStudio,
  doccano,
  prodigy,
  huggingface,
  huggingfaceParquet,
  parquet,
  spacyJson,
  spacyDocbin,
  argilla,
  w3c,
  brat,
  casJson,
  casXmi,
  webannoTsv,
  conll2003,
  conllU,
  refiQda,
  gate,
  tei,
  inceptionProject,
  markdown,
  html,
];

/** The format with this id. */
export function findFormat(id: string): Format | undefined {
  return FORMATS.find((format) => format.id === id);
}

/**
 * The format a file is in, by its beginning; `undefined` where none, or more than one, claims it.
 * @param sample the first few thousand characters
 */
export function sniffFormat(sample: string, name: string): Format | undefined {
  const [found, another] = FORMATS.filter((format) => format.sniff(sample, name));
  return another === undefined ? found : undefined;
}
