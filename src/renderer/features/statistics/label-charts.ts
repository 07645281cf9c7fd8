import type { MeetingUnit } from '../../../core/statistics/co-occurrence.ts';
import type { AnnotationQuery } from '../../../core/statistics/query.ts';
import {
  type ArticleOrder,
  type ByLabel,
  perThousandWords,
} from '../../../core/statistics/report.ts';
import { type BarPart, type BarRow, barsPicture } from './bars-picture.ts';
import { type ChartData, countWords, usedLooks } from './chart-data.ts';
import { withLegend } from './legend.ts';
import { matrixPicture } from './matrix-picture.ts';
import type { LabelLook, Picture } from './picture.ts';
import { numberWords } from './scale.ts';

/** “4.2 per 1,000 words”; empty where nothing was read. */
export function densityWords(of: { readonly annotations: number; readonly words: number }): string {
  const density = perThousandWords(of);
  return density === undefined ? '' : `${numberWords(density)} per 1,000 words`;
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
    const name = `${of}: ${look.name}, ${countWords(value)}`;
    const ask = { title: `${look.name}, ${of}`, annotations: { ...query, label: look.id } };
    return [{ value, fill: look, name, ask }];
  });
}

/** How often each label was used, and how densely. */
export function labelsChart({ report, looks }: ChartData, width: number): Picture {
  const rows = looks.map((look): BarRow => {
    const value = report.byLabel[look.id] ?? 0;
    const density = densityWords({ annotations: value, words: report.words });
    const name = [`${look.name}: ${countWords(value)}`, density]
      .filter((one) => one !== '')
      .join(', ');
    const ask = { title: look.name, annotations: { label: look.id } };
    const note = [numberWords(value), value === 0 ? '' : density].filter((one) => one !== '');
    return {
      key: look.id,
      name: look.name,
      chip: look,
      note: note.join(' · '),
      parts: [{ value, fill: look, name, ask }],
    };
  });
  return barsPicture({
    title: 'Annotations by label',
    axis: 'Annotations',
    rows,
    width,
    plain: true,
  });
}

/** Which labels each analyst used. */
export function analystsChart(data: ChartData, width: number): Picture {
  const { report, looks, names } = data;
  const rows = report.analysts.map((one): BarRow => {
    const { analyst } = one;
    const name = names.analyst(analyst);
    const note = [numberWords(one.annotations), densityWords(one)].filter((word) => word !== '');
    const parts = labelParts(looks, one.byLabel, name, { analyst });
    return { key: analyst, name, note: note.join(' · '), parts };
  });
  const title = 'Annotations by analyst';
  return withLegend(barsPicture({ title, axis: 'Annotations', rows, width }), usedLooks(data));
}

/** The articles with most annotations, or with most in 1,000 words. */
export function articlesChart(data: ChartData, order: ArticleOrder, width: number): Picture {
  const { report, densest, looks, names } = data;
  const articles = order === 'annotations' ? report.byArticle : densest;
  const rows = articles.map((one): BarRow => {
    const name = names.article(one.articleId);
    const note = [numberWords(one.annotations), densityWords(one)].filter((word) => word !== '');
    const parts = labelParts(looks, one.byLabel, name, { articleId: one.articleId });
    return { key: one.articleId, name, quoted: true, note: note.join(' · '), parts };
  });
  const title =
    order === 'annotations' ? 'Articles with most annotations' : 'Articles marked most densely';
  return withLegend(barsPicture({ title, axis: 'Annotations', rows, width }), usedLooks(data));
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
      title: `${look?.name ?? label}, ${attribute}: ${words}`,
      annotations: { label, attribute: said },
    };
    const part = {
      value: annotations,
      fill: value === undefined || look === undefined ? ('line3' as const) : look,
      name: `${attribute}, ${words}: ${countWords(annotations)}`,
      ask,
    };
    return { key: words, name: words, note: numberWords(annotations), parts: [part] };
  };
  const values = counted?.values ?? [];
  const rows = values.map((one) => row(one.value, names.value(name, one.value), one.annotations));
  if (counted !== undefined && counted.silent > 0) {
    rows.push(row(undefined, 'Nothing said', counted.silent));
  }
  const title = `${look?.name ?? label}: ${attribute}`;
  return barsPicture({ title, axis: 'Annotations', rows, width, plain: true });
}

const UNITS: Readonly<Record<MeetingUnit, { readonly axis: string; readonly one: string }>> = {
  overlap: { axis: 'Pairs of annotations that overlap', one: 'overlapping pair' },
  sentence: { axis: 'Sentences with both labels', one: 'sentence' },
  article: { axis: 'Articles with both labels, for each analyst', one: 'article' },
};

/** How often labels meet. The lower half of the square, because who meets whom has no order. */
export function meetingsChart(data: ChartData, unit: MeetingUnit, width: number): Picture {
  const { report } = data;
  const { axis, one } = UNITS[unit];
  const used = usedLooks(data);
  const cells = used.flatMap((row, down) =>
    used.slice(0, down + 1).map((column) => {
      const meeting = report.meetings.find(
        ({ unit: within, a, b }) =>
          within === unit &&
          ((a === row.id && b === column.id) || (a === column.id && b === row.id)),
      );
      const value = meeting?.count ?? 0;
      const pair = row === column ? `two of ${row.name}` : `${column.name} and ${row.name}`;
      return {
        row: row.id,
        column: column.id,
        value,
        name: `${pair}: ${countWords(value, one)}`,
        ask: {
          title: `${pair}: ${countWords(value, one)}`,
          annotations: { meeting: { unit, a: column.id, b: row.id } },
        },
      };
    }),
  );
  return matrixPicture({ title: 'Labels that meet', axis, labels: used, cells, width });
}
