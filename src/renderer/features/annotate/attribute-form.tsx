import clsx from 'clsx';
import { useLayoutEffect } from 'react';
import { isUnanswered } from '../../../core/log/attribute-value.ts';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Attribute } from '../../../core/model/attribute.ts';
import type { Label } from '../../../core/model/codebook.ts';
import { useProject } from '../../state/project.ts';
import { Button } from '../../ui/button.tsx';
import { Fact } from '../../ui/field.tsx';
import { t } from '../../words/words.ts';
import { attributesInForce, offeredValues, takeOffered } from './attribute-edits.ts';
import { AttributeField } from './attribute-field.tsx';
import { focusWished } from './attribute-focus.ts';
import styles from './attribute-form.module.css';
import { type AskedGroup, askedOf } from './attribute-order.ts';
import { codeWords, valueWords } from './attribute-words.ts';

/** Props of {@link AttributeForm}. */
export interface AttributeFormProps {
  readonly annotation: Annotation;
  readonly label: Label;
  readonly readOnly: boolean;
}

/** The questions that the codebook asks of the selected annotation. */
export function AttributeForm({ annotation, label, readOnly }: AttributeFormProps) {
  useLayoutEffect(() => focusWished(annotation.id));
  const asked = askedOf(attributesInForce(), label, annotation.attributes);
  if (asked.required.length + asked.groups.length === 0) return null;
  const offered = Object.keys(offeredValues(annotation)).length;
  return (
    <section aria-label={t('annotate.attributes')} className={styles['form']}>
      <h3 className={styles['heading']}>{t('annotate.attributes')}</h3>
      {offered === 0 || readOnly ? null : (
        <Button
          look="link"
          command="annotation.sameValues"
          className={styles['offer']}
          onClick={takeOffered}
        >
          {t('annotate.takeValues', { count: offered, label: label.name })}
        </Button>
      )}
      <fieldset className={styles['fields']} aria-label={t('annotate.required')}>
        {asked.required.map((attribute) => (
          <Row key={attribute.id} {...{ annotation, attribute, readOnly }} />
        ))}
      </fieldset>
      {asked.groups.map((group) => (
        <Group key={group.name} {...{ annotation, group, readOnly }} />
      ))}
    </section>
  );
}

function Group(props: {
  readonly annotation: Annotation;
  readonly group: AskedGroup;
  readonly readOnly: boolean;
}) {
  const { annotation, group, readOnly } = props;
  const answered = group.attributes.filter(({ id }) => !isUnanswered(annotation.attributes[id]));
  const name = group.name === '' ? t('annotate.moreGroup') : group.name;
  return (
    <details className={styles['group']}>
      <summary>
        {name}
        <span className={styles['count']}>
          {t('annotate.answeredOf', { answered: answered.length, total: group.attributes.length })}
        </span>
      </summary>
      <fieldset className={styles['fields']} aria-label={name}>
        {group.attributes.map((attribute) => (
          <Row key={attribute.id} {...{ annotation, attribute, readOnly }} />
        ))}
      </fieldset>
    </details>
  );
}

function Row(props: {
  readonly annotation: Annotation;
  readonly attribute: Attribute;
  readonly readOnly: boolean;
}) {
  const { annotation, attribute } = props;
  const isMissing = attribute.required && isUnanswered(annotation.attributes[attribute.id]);
  return (
    <div className={styles['field']}>
      <span
        className={clsx(styles['name'], isMissing && styles['missing'])}
        title={attribute.definition === '' ? undefined : attribute.definition}
        aria-hidden
      >
        {attribute.name}
        {isMissing ? ' *' : ''}
      </span>
      <AttributeField {...props} />
    </div>
  );
}

/** Answers that the codebook does not ask for here: of imports, or of a label it had before. */
export function OtherAnswers({ annotation, label }: Omit<AttributeFormProps, 'readOnly'>) {
  const annotations = useProject((state) => state.article?.annotations) ?? [];
  const attributes = attributesInForce();
  const { required, groups } = askedOf(attributes, label, annotation.attributes);
  const asked = new Set(
    [...required, ...groups.flatMap((group) => group.attributes)].map(({ id }) => id),
  );
  const others = Object.entries(annotation.attributes).filter(([id]) => !asked.has(id));
  if (others.length === 0) return null;
  const find = (id: string): Attribute | undefined => attributes.find((one) => one.id === id);
  return (
    <dl>
      {others.map(([id, value]) => (
        <Fact key={id} label={find(id)?.name ?? codeWords(id)}>
          {valueWords(find(id), value, annotations)}
        </Fact>
      ))}
    </dl>
  );
}
