import type { Item } from '../../core/agreement/report/selector.ts';
import { annotationFrom } from '../../core/log/annotation-ops.ts';
import { layerChannel } from '../../core/log/op.ts';
import type { Annotation } from '../../core/model/annotation.ts';
import type { Span } from '../../core/model/span.ts';
import { splitsPair } from '../../core/text/lines.ts';
import type { Output } from '../../ipc/contract.ts';
import type { Store } from '../store/store.ts';

type Shown = Output<'agreement.behind'>['items'][number];

/** Characters of the text that are shown before and after what is marked, and of what is marked. */
const AROUND = 60;
const MARKED_LENGTH = 400;

async function annotationOf(
  store: Store,
  articleId: string,
  analyst: string,
  id: string,
): Promise<Annotation | undefined> {
  const layer = await store.layer(articleId, analyst);
  if (!layer.ok) return undefined;
  const key = `${articleId}/${id}`;
  const record = layer.value.get('annotation')?.get(key);
  return record === undefined ? undefined : annotationFrom(layerChannel(analyst), key, record);
}

/** The place as near to `at` as no character is cut in two there. */
function whole(text: string, at: number): number {
  const place = Math.max(0, Math.min(text.length, at));
  return splitsPair(text, place) ? place - 1 : place;
}

/** The number of the paragraph of a place, from 1; paragraphs end with a line break. */
function paragraphOf(text: string, at: number): number {
  let paragraph = 1;
  for (const line of text.slice(0, at).matchAll(/\n+/gu)) {
    if (line.index + line[0].length <= at) paragraph += 1;
  }
  return paragraph;
}

function clipped(spans: readonly Span[], from: number, to: number): [number, number][] {
  return spans.flatMap(([start, end]) => {
    const [a, b] = [Math.max(start, from), Math.min(end, to)];
    return a <= b ? [[a - from, b - from] as [number, number]] : [];
  });
}

/** An item with the words it is about. Layers that a number leaves out have none. */
async function shown(store: Store, { articleId, annotations, analysts }: Item): Promise<Shown> {
  const head = { articleId, analysts: [...analysts] };
  const found = await Promise.all(
    annotations.map(async (one) => ({
      one,
      annotation: await annotationOf(store, articleId, one.analyst, one.id),
    })),
  );
  const spans = found.flatMap(({ annotation }) => annotation?.anchor.spans ?? []);
  const text = spans.length === 0 ? undefined : await store.text(articleId);
  const words = text?.ok === true ? text.value : '';
  const start = Math.min(...spans.map(([from]) => from));
  const end = Math.min(Math.max(...spans.map(([, to]) => to)), start + MARKED_LENGTH);
  const from = spans.length === 0 ? 0 : whole(words, start - AROUND);
  const to = spans.length === 0 ? 0 : whole(words, end + AROUND);
  return {
    ...head,
    paragraph: spans.length === 0 ? 0 : paragraphOf(words, start),
    text: words.slice(from, to).replaceAll('\n', ' '),
    annotations: found.map(({ one, annotation }) => ({
      id: one.id,
      analyst: one.analyst,
      label: annotation?.label ?? one.label,
      gone: annotation === undefined,
      marked: clipped(annotation?.anchor.spans ?? [], from, to),
      attributes: annotation?.attributes ?? {},
    })),
  } as Shown;
}

/** Items with the words they are about. */
export async function withWords(store: Store, items: readonly Item[]): Promise<Shown[]> {
  const all: Shown[] = [];
  for (const item of items) all.push(await shown(store, item));
  return all;
}
