import { DEFAULT_CODEBOOK } from '../../../codebook/default-codebook.ts';
import type { JsonObject } from '../../../model/json.ts';
import type { Span } from '../../../model/span.ts';
import { createEngine, type Engine } from '../engine.ts';
import {
  type ReportAnnotation,
  type ReportArticle,
  type ReportLayer,
  type ReportOptions,
  type ReportProject,
  USUAL_OPTIONS,
} from '../input.ts';
import type { AgreementReport } from '../report.ts';

/** `[label, start, end]`, with answers where there are some. */
export type Short = readonly [label: string, start: number, end: number, attributes?: JsonObject];

let made = 0;

/** An annotation as short as it can be said. */
export function marked(
  [label, start, end, attributes = {}]: Short,
  more: Partial<ReportAnnotation> = {},
): ReportAnnotation {
  made += 1;
  const spans: readonly Span[] = [[start, end]];
  return {
    id: `m${String(made).padStart(6, '0')}`,
    label,
    spans,
    attributes,
    createdAt: '2022-01-18T10:00:00Z',
    codebookVersion: 1,
    inFurniture: false,
    ...more,
  };
}

/** A submitted layer. */
export function layer(
  analyst: string,
  annotations: readonly (Short | ReportAnnotation)[],
  more: Partial<ReportLayer> = {},
): ReportLayer {
  const all = annotations.map((one) => ('id' in one ? one : marked(one)));
  return { analyst, submitted: true, annotations: all, ...more };
}

/** An article with its layers. */
export function article(id: string, ...layers: readonly ReportLayer[]): ReportArticle {
  return { id, title: `Article ${id}`, layers };
}

/** A project with the default codebook. @param names ids of the analysts */
export function aProject(...names: readonly string[]): ReportProject {
  return {
    name: 'Test',
    analysts: names.map((id) => ({ id, name: id.toUpperCase() })),
    codebook: { ...DEFAULT_CODEBOOK, version: 1 },
    blind: false,
  };
}

/** A report on articles, and its engine. */
export function reported(
  project: ReportProject,
  articles: readonly ReportArticle[],
  options: Partial<ReportOptions> = {},
): { readonly report: AgreementReport; readonly engine: Engine } {
  const engine = createEngine(project, { ...USUAL_OPTIONS, resamples: 0, ...options });
  for (const one of articles) engine.add(one);
  engine.measure(() => undefined);
  return { report: engine.resample(() => undefined), engine };
}
