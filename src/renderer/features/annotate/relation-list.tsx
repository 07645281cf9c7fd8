import { ArrowLeft, ArrowRight, X } from 'lucide-react';
import type { Annotation, Relation } from '../../../core/model/annotation.ts';
import { runCommand } from '../../state/commands.ts';
import { useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Select } from '../../ui/select.tsx';
import { t } from '../../words/words.ts';
import styles from './attribute-form.module.css';
import { relationTypesInForce, retype, unrelate, useRelating } from './relation-edits.ts';
import { typesBetween } from './relation-ends.ts';
import { RelationPicker } from './relation-picker.tsx';
import { goTo } from './walk.ts';
import { quoteOf } from './words.ts';

/** The relations of the selected annotation, and the way to make one. */
export function RelationList(props: {
  readonly annotation: Annotation;
  readonly readOnly: boolean;
}) {
  const { annotation, readOnly } = props;
  const relations = useProject((state) => state.article?.relations ?? NONE);
  const relating = useRelating((state) => state.from === annotation.id);
  const own = relations.filter(({ from, to }) => from === annotation.id || to === annotation.id);
  if (own.length === 0 && relationTypesInForce().length === 0) return null;
  return (
    <section aria-label={t('annotate.relations')} className={styles['form']}>
      <h3 className={styles['heading']}>{t('annotate.relations')}</h3>
      {own.length === 0 ? null : (
        <ul className={styles['relations']}>
          {own.map((relation) => (
            <Row key={relation.id} {...{ annotation, relation, readOnly }} />
          ))}
        </ul>
      )}
      {relating ? (
        <RelationPicker from={annotation} />
      ) : (
        <Button
          look="quiet"
          command="relation.begin"
          className={styles['offer']}
          disabled={readOnly}
          onClick={() => runCommand('relation.begin')}
        >
          {t('annotate.relateTo')}
        </Button>
      )}
    </section>
  );
}

const NONE: readonly Relation[] = [];

function Row(props: {
  readonly annotation: Annotation;
  readonly relation: Relation;
  readonly readOnly: boolean;
}) {
  const { annotation, relation, readOnly } = props;
  const annotations = useProject((state) => state.article?.annotations);
  const isFrom = relation.from === annotation.id;
  const otherId = isFrom ? relation.to : relation.from;
  const other = annotations?.find(({ id }) => id === otherId);
  const types = relationTypesInForce();
  const known = types.find(({ id }) => id === relation.type);
  const fitting =
    other === undefined ? [] : typesBetween(types, ...pair(isFrom, annotation, other));
  const name = known?.name ?? relation.type;
  const options = [
    ...new Map(
      [...fitting, ...(known === undefined ? [] : [known])].map((one) => [
        one.id,
        { value: one.id, name: one.name },
      ]),
    ).values(),
  ];
  const Arrow = isFrom ? ArrowRight : ArrowLeft;
  return (
    <li className={styles['relation']}>
      <Select
        label={isFrom ? t('annotate.typeTo') : t('annotate.typeFrom')}
        value={relation.type}
        disabled={readOnly}
        options={known === undefined ? [...options, { value: relation.type, name }] : options}
        onChange={(id) => {
          const next = types.find((one) => one.id === id);
          if (next !== undefined) retype(relation, next);
        }}
      />
      <div className={styles['end']}>
        <Arrow
          size={14}
          strokeWidth={1.6}
          aria-label={isFrom ? t('annotate.to') : t('annotate.from')}
        />
        <button
          type="button"
          dir="auto"
          className={styles['endWords']}
          disabled={other === undefined}
          onClick={() => {
            if (other !== undefined) goTo(other);
          }}
        >
          {other === undefined ? t('annotate.gone') : quoteOf(other)}
        </button>
        <IconButton
          icon={X}
          label={t('annotate.removeRelation', { name })}
          disabled={readOnly}
          onClick={() => unrelate(relation, name)}
        />
      </div>
    </li>
  );
}

function pair(isFrom: boolean, one: Annotation, other: Annotation): [Annotation, Annotation] {
  return isFrom ? [one, other] : [other, one];
}
