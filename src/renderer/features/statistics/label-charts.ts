import type { MeetingUnit } from '../../../core/statistics/co-occurrence.ts';
import type { AnnotationQuery } from '../../../core/statistics/query.ts';
import {
  type ArticleOrder,
  type ByLabel,
  perThousandWords,
} from '../../../core/statistics/report.ts';
import { t } from '../../words/words.ts';
import { type BarPart, type BarRow, barsPicture } from './bars-picture.ts';
import { type ChartData, usedLooks } from './chart-data.ts';
import { withLegend } from './legend.ts';
import { matrixPicture } from './matrix-picture.ts';
import type { LabelLook, Picture } from './picture.ts';
import { numberWords } from './scale.ts';

/** “4.2 per 1,000 words”; empty where nothing was read. */
export function densityWords(of: { readonly annotations: number; readonly words: number }): string {
  const density = perThousandWords(of);
  return density === undefined ? '' : t('statistics.density', { number: numberWords(density) });
}

/** Parts of a bar, one for each label that there is something of. */
export function labelParts(
  looks: readonly LabelLook[],
  byLabel: ByLabel,
  of: string,
  query: AnnotationQuery,
): BarPart[] {
  return looks.flatMap((look) => {
    const value = byLabel[look.id] ?? 0;
    if (value === 0) return [];
    const name = t('statistics.partName', {
      of,
      label: look.name,
      annotations: t('statistics.annotations', { count: value }),
    });
    const ask = {
      title: t('statistics.partTitle', { label: look.name, of }),
      annotations: { ...query, label: look.id },
    };
    return [{ value, fill: look, name, ask }];
  });
}

function noteWords(value: number, density: string): string {
  return density === '' ? numberWords(value) : t('statistics.note', { number: value, density });
}

/** How often each label was used, and how densely. */
export function labelsChart({ report, looks }: ChartData, width: number): Picture {
  const rows = looks.map((look): BarRow => {
    const value = report.byLabel[look.id] ?? 0;
    const density = densityWords({ annotations: value, words: report.words });
    const counted = {
      label: look.name,
      annotations: t('statistics.annotations', { count: value }),
    };
    const name =
      density === ''
        ? t('statistics.rowName', counted)
        : t('statistics.rowNameDensity', { ...counted, density });
    const ask = { title: look.name, annotations: { label: look.id } };
    return {
      key: look.id,
      name: look.name,
      chip: look,
      note: noteWords(value, value === 0 ? '' : density),
      parts: [{ value, fill: look, name, ask }],
    };
  });
  return barsPicture({
    title: t('statistics.byLabel'),
    axis: t('statistics.annotationsAxis'),
    rows,
    width,
    plain: true,
  });
}

/** How many articles have each of the labels for whole articles, each analyst counted. */
export function documentsChart({ report, names }: ChartData, width: number): Picture {
  const { documents = [] } = report;
  const known = names.documentLabels ?? [];
  const ids = [...new Set([...known.map(({ id }) => id), ...documents.map(({ label }) => label)])];
  const rows = ids.map((id): BarRow => {
    const value = documents
      .filter(({ label }) => label === id)
      .reduce((sum, { articles }) => sum + articles, 0);
    const name = known.find((label) => label.id === id)?.name ?? id;
    const words = t('statistics.rowName', {
      label: name,
      annotations: t('statistics.articleCount', { count: value }),
    });
    const ask = { title: name, articles: { documentLabel: id } };
    const part = { value, fill: 'line3' as const, name: words, ask };
    return { key: id, name, note: numberWords(value), parts: [part] };
  });
  const axis = t('statistics.documentsAxis');
  return barsPicture({ title: t('statistics.documents'), axis, rows, width, plain: true });
}

/** Which labels each analyst used. */
export function analystsChart(data: ChartData, width: number): Picture {
  const { report, looks, names } = data;
  const rows = report.analysts.map((one): BarRow => {
    const { analyst } = one;
    const name = names.analyst(analyst);
    const parts = labelParts(looks, one.byLabel, name, { analyst });
    return { key: analyst, name, note: noteWords(one.annotations, densityWords(one)), parts };
  });
  const title = t('statistics.byAnalyst');
  return withLegend(
    barsPicture({ title, axis: t('statistics.annotationsAxis'), rows, width }),
    usedLooks(data),
  );
}

/** The articles with most annotations, or with most in 1,000 words. */
export function articlesChart(data: ChartData, order: ArticleOrder, width: number): Picture {
  const { report, densest, looks, names } = data;
  const articles = order === 'annotations' ? report.byArticle : densest;
  const rows = articles.map((one): BarRow => {
    const name = names.article(one.articleId);
    const parts = labelParts(looks, one.byLabel, name, { articleId: one.articleId });
    return {
      key: one.articleId,
      name,
      quoted: true,
      note: noteWords(one.annotations, densityWords(one)),
      parts,
    };
  });
  const title = order === 'annotations' ? t('statistics.mostAnnotated') : t('statistics.mostDense');
  return withLegend(
    barsPicture({ title, axis: t('statistics.annotationsAxis'), rows, width }),
    usedLooks(data),
  );
}

/** What one attribute says among the annotations of one label. */
export function attributeChart(
  { report, looks, names }: ChartData,
  { label, name }: { readonly label: string; readonly name: string },
  width: number,
): Picture {
  const look = looks.find(({ id }) => id === label);
  const counted = report.attributes.find((one) => one.label === label && one.name === name);
  const attribute = names.attribute(name);
  const row = (value: string | undefined, words: string, annotations: number): BarRow => {
    const said = value === undefined ? { name } : { name, value };
    const ask = {
      title: t('statistics.valueTitle', { label: look?.name ?? label, attribute, value: words }),
      annotations: { label, attribute: said },
    };
    const part = {
      value: annotations,
      fill: value === undefined || look === undefined ? ('line3' as const) : look,
      name: t('statistics.valueName', {
        attribute,
        value: words,
        annotations: t('statistics.annotations', { count: annotations }),
      }),
      ask,
    };
    return { key: words, name: words, note: numberWords(annotations), parts: [part] };
  };
  const values = counted?.values ?? [];
  const rows = values.map((one) => row(one.value, names.value(name, one.value), one.annotations));
  if (counted !== undefined && counted.silent > 0) {
    rows.push(row(undefined, t('statistics.nothingSaid'), counted.silent));
  }
  const title = t('statistics.attributeTitle', { label: look?.name ?? label, attribute });
  return barsPicture({ title, axis: t('statistics.annotationsAxis'), rows, width, plain: true });
}

const UNITS = {
  overlap: { axis: 'statistics.axisOverlap', counted: 'statistics.pairs' },
  sentence: { axis: 'statistics.axisSentence', counted: 'statistics.sentences' },
  article: { axis: 'statistics.axisArticle', counted: 'statistics.articlesBoth' },
} as const satisfies Record<MeetingUnit, object>;

/** How often labels meet. The lower half of the square, because who meets whom has no order. */
export function meetingsChart(data: ChartData, unit: MeetingUnit, width: number): Picture {
  const { report } = data;
  const { axis, counted } = UNITS[unit];
  const used = usedLooks(data);
  const cells = used.flatMap((row, down) =>
    used.slice(0, down + 1).map((column) => {
      const meeting = report.meetings.find(
        ({ unit: within, a, b }) =>
          within === unit &&
          ((a === row.id && b === column.id) || (a === column.id && b === row.id)),
      );
      const value = meeting?.count ?? 0;
      const pair =
        row === column
          ? t('statistics.twoOf', { label: row.name })
          : t('statistics.pair', { a: column.name, b: row.name });
      const name = t(counted, { pair, count: value });
      return {
        row: row.id,
        column: column.id,
        value,
        name,
        ask: {
          title: name,
          annotations: { meeting: { unit, a: column.id, b: row.id } },
        },
      };
    }),
  );
  return matrixPicture({
    title: t('statistics.meetings'),
    axis: t(axis),
    labels: used,
    cells,
    width,
  });
}
