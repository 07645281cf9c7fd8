import { useCallback, useState } from 'react';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { RelationType } from '../../../core/model/codebook.ts';
import { useProject } from '../../state/project.ts';
import { t } from '../../words/words.ts';
import { deskText } from './desk-text.ts';
import { PickList } from './pick-list.tsx';
import { endRelating, relate, relationTypesInForce } from './relation-edits.ts';
import { type Candidate, candidatesFrom } from './relation-ends.ts';
import { labelOf, quoteOf } from './words.ts';

/** Where the relation leads, found by typing; then its type, where more than one fits. */
export function RelationPicker({ from }: { readonly from: Annotation }) {
  const article = useProject((state) => state.article);
  const labels = useProject((state) => state.labels);
  const [to, setTo] = useState<Candidate>();
  const onLine = useCallback((id: string | undefined) => {
    const annotations = useProject.getState().article?.annotations ?? [];
    const spans = annotations.find((one) => one.id === id)?.anchor.spans ?? [];
    deskText()?.showTargets({ fitting: [], over: spans, refused: false });
  }, []);
  if (article === undefined) return null;
  const { annotations, relations } = article;
  if (to !== undefined) {
    const { annotation, types } = to;
    return <TypePicker from={from} to={annotation} types={types} onLeave={endRelating} />;
  }
  const found = candidatesFrom(from, annotations, relationTypesInForce(), relations);
  const lines = found.map((candidate) => ({
    key: candidate.annotation.id,
    words: quoteOf(candidate.annotation),
    hint: labelOf(labels, candidate.annotation).name,
    take() {
      const [only, more] = candidate.types;
      if (only !== undefined && more === undefined) relate(from, candidate.annotation, only);
      else setTo(candidate);
    },
  }));
  return (
    <PickList
      key="end"
      label={t('annotate.whereLeads')}
      lines={lines}
      onLeave={endRelating}
      onLine={onLine}
    />
  );
}

/** The type of a relation between two annotations, where several fit. */
export function TypePicker(props: {
  readonly from: Annotation;
  readonly to: Annotation;
  readonly types: readonly RelationType[];
  readonly onLeave: () => void;
}) {
  const { from, to, types, onLeave } = props;
  const lines = types.map((type) => ({
    key: type.id,
    words: type.name,
    hint: '',
    take: () => relate(from, to, type),
  }));
  return <PickList key="type" label={t('annotate.relationType')} lines={lines} onLeave={onLeave} />;
}
