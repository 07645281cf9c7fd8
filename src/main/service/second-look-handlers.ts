import { performance } from 'node:perf_hooks';
import { stalenessIn } from '../../core/codebook/staleness.ts';
import { annotationFrom } from '../../core/log/annotation-ops.ts';
import { layerChannel } from '../../core/log/op.ts';
import { type Annotation, compareAnnotations } from '../../core/model/annotation.ts';
import { splitsPair } from '../../core/text/lines.ts';
import type { Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import { SECOND_LOOK_LIMIT } from '../../ipc/methods/second-look.ts';
import type { Handlers } from '../../ipc/server.ts';
import type { Layer } from '../store/store.ts';
import { codebookVersionsOf } from './codebook-view.ts';
import { storeRefusal } from './problems.ts';
import { articlesOf } from './project-view.ts';
import type { ServiceOptions } from './service-options.ts';
import { createPace } from './statistics-pace.ts';
import type { Workspace } from './workspace.ts';

type Answer = Output<'codebook.secondLook'>;
type Group = Answer['groups'][number];

/** Characters of a quote that the list shows. */
const QUOTE_LENGTH = 300;

function quoteOf({ anchor }: Annotation): string {
  const quote = anchor.quote.join(' … ');
  return quote.slice(0, splitsPair(quote, QUOTE_LENGTH) ? QUOTE_LENGTH - 1 : QUOTE_LENGTH);
}

function annotationsIn(layer: Layer, analyst: string): Annotation[] {
  const channel = layerChannel(analyst);
  return [...(layer.get('annotation') ?? [])]
    .flatMap(([id, record]) => annotationFrom(channel, id, record) ?? [])
    .sort(compareAnnotations);
}

/** Gathers what is to be looked at again, up to the limit of a list. */
function createGroups() {
  const groups = new Map<string, Group>();
  let total = 0;
  return {
    add(annotation: Annotation, changes: readonly string[]): void {
      total += 1;
      if (total > SECOND_LOOK_LIMIT) return;
      const { id, articleId, label, codebookVersion: version } = annotation;
      const key = `${version} ${label}`;
      const group = groups.get(key) ?? { label, version, changes: [...changes], annotations: [] };
      group.annotations.push({ id, articleId, quote: quoteOf(annotation) });
      groups.set(key, group);
    },
    answer: (): Answer => ({ total, groups: [...groups.values()] }),
  };
}

async function secondLook({ store, me }: Workspace): Promise<Reply<Answer>> {
  const staleIn = stalenessIn(codebookVersionsOf(store));
  const pace = createPace(new AbortController().signal, () => performance.now());
  const groups = createGroups();
  for (const { id } of articlesOf(store)) {
    if ((store.counts(id).get(me.id)?.annotations ?? 0) === 0) continue;
    await pace.rest();
    const layer = await store.layer(id, me.id);
    if (!layer.ok) return storeRefusal(layer.error);
    for (const annotation of annotationsIn(layer.value, me.id)) {
      const changes = staleIn(annotation);
      if (changes.length > 0)
        groups.add(
          annotation,
          changes.map(({ words }) => words),
        );
    }
  }
  return { ok: true, value: groups.answer() };
}

/** The work list of annotations that were made under rules that have changed since. */
export function secondLookHandlers({
  session,
}: ServiceOptions): Pick<Handlers, 'codebook.secondLook'> {
  return {
    'codebook.secondLook': async () => {
      const open = session.need();
      return open.ok ? secondLook(open.value) : open;
    },
  };
}
