import { create } from 'zustand';
import { addRelation, editRelation, removeRelation } from '../../../core/log/annotation-ops.ts';
import type { Annotation, Relation } from '../../../core/model/annotation.ts';
import type { RelationType } from '../../../core/model/codebook.ts';
import { commit } from '../../state/desk.ts';
import { announce, useProject } from '../../state/project.ts';
import { showDetailsPane } from '../../state/view.ts';
import { inEnglish, t } from '../../words/words.ts';
import { deskText } from './desk-text.ts';
import { isReadOnly, selectedAnnotation } from './edits.ts';
import { newRelationId } from './new-id.ts';
import { candidatesFrom } from './relation-ends.ts';
import { shortQuote } from './words.ts';

const get = useProject.getState;

/** The annotation from which a relation is being drawn. */
export const useRelating = create<{ readonly from: string | undefined }>()(() => ({
  from: undefined,
}));

/** The relation types of the codebook in force. */
export function relationTypesInForce(): readonly RelationType[] {
  return get().project?.codebook.relationTypes ?? [];
}

/** Begins a relation from the selected annotation; says so, or why there can be none. */
export function beginRelation(): void {
  const from = selectedAnnotation();
  const { article } = get();
  if (from === undefined || article === undefined || isReadOnly()) return;
  const { annotations, relations } = article;
  if (candidatesFrom(from, annotations, relationTypesInForce(), relations).length === 0) {
    announce(() => t('marking.noneToLink'));
    return;
  }
  showDetailsPane(true);
  useRelating.setState({ from: from.id });
  announce(() => t('marking.relateFrom', { quote: shortQuote(from) }));
}

/** Gives up the relation that is being drawn. */
export function endRelating(): void {
  useRelating.setState({ from: undefined });
  deskText()?.showTargets(undefined);
  deskText()?.focus();
}

/** Links two annotations. */
export function relate(from: Annotation, to: Annotation, type: RelationType): void {
  const { project } = get();
  if (project === undefined || isReadOnly()) return;
  const now = new Date().toISOString();
  const relation: Relation = {
    id: newRelationId(),
    articleId: from.articleId,
    analyst: project.me.id,
    type: type.id,
    from: from.id,
    to: to.id,
    note: '',
    codebookVersion: project.codebook.version,
    createdAt: now,
    updatedAt: now,
  };
  commit(`${type.name} ${shortQuote(to)}`, [addRelation(relation)]);
  announce(() =>
    t('marking.related', {
      from: shortQuote(from, 30),
      type: type.name,
      to: shortQuote(to, 30),
    }),
  );
  endRelating();
}

/** Gives a relation another type. */
export function retype(relation: Relation, type: RelationType): void {
  if (type.id === relation.type || isReadOnly()) return;
  commit(inEnglish('edits.relation', { name: type.name }), [
    editRelation(relation, { type: type.id }, new Date().toISOString()),
  ]);
  announce(() => t('marking.relation', { name: type.name }));
}

/** Removes a relation. */
export function unrelate(relation: Relation, name: string): void {
  if (isReadOnly()) return;
  commit(inEnglish('edits.removeRelation', { name }), [removeRelation(relation)]);
  announce(() => t('marking.relationRemoved', { name }));
}
