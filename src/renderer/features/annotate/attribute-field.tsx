import type { Annotation } from '../../../core/model/annotation.ts';
import type { Attribute } from '../../../core/model/attribute.ts';
import type { Json } from '../../../core/model/json.ts';
import { useProject } from '../../state/project.ts';
import { t } from '../../words/words.ts';
import { ActorField } from './attribute-actor.tsx';
import { ChoiceField } from './attribute-choice.tsx';
import { freshOf, goOn, offeredAnswer, setAttribute } from './attribute-edits.ts';
import { SpanField } from './attribute-span.tsx';
import { TextField } from './attribute-text.tsx';

const YES_NO = [
  {
    id: 'true',
    get name() {
      return t('marking.yes');
    },
    key: 'y',
    definition: '',
  },
  {
    id: 'false',
    get name() {
      return t('marking.no');
    },
    key: 'n',
    definition: '',
  },
];

/** Props of {@link AttributeField}. */
export interface AttributeFieldProps {
  readonly annotation: Annotation;
  readonly attribute: Attribute;
  readonly readOnly: boolean;
}

function chosenIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'boolean') return [String(value)];
  return Array.isArray(value) ? (value as readonly Json[]).map(String) : [];
}

/** The value of several choices with one of them added, or taken away; in the codebook's order. */
function toggled({ values }: Attribute, before: Json, id: string): Json {
  const had = chosenIn(before);
  const wanted = had.includes(id) ? had.filter((one) => one !== id) : [...had, id];
  const order = (one: string): number => values.findIndex((value) => value.id === one);
  return wanted.toSorted((a, b) => order(a) - order(b));
}

/** What a choice by its id sets. */
function chosenValue(attribute: Attribute, before: Json, id: string): Json {
  if (attribute.type === 'multi-choice') return toggled(attribute, before, id);
  return attribute.type === 'boolean' ? id === 'true' : id;
}

/** Props of {@link ValueField}. */
export interface ValueFieldProps {
  readonly attribute: Attribute;
  readonly value: Json;
  readonly readOnly: boolean;
  /** What Enter takes while there is no answer. */
  readonly offered?: Json | undefined;
  /** The value as it is now: what the field was drawn with may be older than the last edit. */
  readonly fresh: () => Json;
  readonly onValue: (value: Json) => void;
  readonly onNext: () => void;
}

/** The field that answers one attribute of an annotation. */
export function AttributeField({ annotation, attribute, readOnly }: AttributeFieldProps) {
  return (
    <ValueField
      attribute={attribute}
      value={annotation.attributes[attribute.id] ?? null}
      readOnly={readOnly}
      offered={readOnly ? undefined : offeredAnswer(annotation, attribute)}
      fresh={() => freshOf(annotation).attributes[attribute.id] ?? null}
      onValue={(next) => setAttribute(annotation, attribute, next)}
      onNext={() => goOn(annotation, attribute.id)}
    />
  );
}

/** The field that answers one attribute, as its type wants it. */
export function ValueField({ fresh, ...common }: ValueFieldProps) {
  const { attribute, value, readOnly } = common;
  if (attribute.type === 'actor') return <ActorField {...common} />;
  if (attribute.type === 'span') return <SpanField {...common} />;
  if (attribute.type === 'article') return <ArticleField {...common} />;
  if (!['choice', 'multi-choice', 'boolean'].includes(attribute.type)) {
    return <TextField {...common} />;
  }
  return (
    <ChoiceField
      id={attribute.id}
      name={attribute.name}
      options={attribute.type === 'boolean' ? YES_NO : attribute.values}
      chosen={chosenIn(value)}
      offered={chosenIn(common.offered ?? null)}
      onTake={() => common.onValue(common.offered ?? null)}
      multiple={attribute.type === 'multi-choice'}
      required={attribute.required}
      readOnly={readOnly}
      onChoose={(id) => common.onValue(chosenValue(attribute, fresh(), id))}
      onClear={() => common.onValue(null)}
      onNext={common.onNext}
    />
  );
}

const NONE: readonly string[] = [];

interface ArticleFieldProps {
  readonly attribute: Attribute;
  readonly value: Json;
  readonly readOnly: boolean;
  readonly onValue: (value: Json) => void;
  readonly onNext: () => void;
}

/** An article of the project, found by its title. */
function ArticleField({ attribute, value, readOnly, onValue, onNext }: ArticleFieldProps) {
  const rows = useProject((state) => state.rows);
  return (
    <ChoiceField
      id={attribute.id}
      name={attribute.name}
      options={rows.map(({ article }) => ({
        id: article.id,
        name: article.title,
        key: '',
        definition: article.outlet,
      }))}
      chosen={chosenIn(value)}
      offered={NONE}
      multiple={false}
      required={attribute.required}
      readOnly={readOnly}
      onChoose={onValue}
      onClear={() => onValue(null)}
      onNext={onNext}
    />
  );
}
