import { Trash2 } from 'lucide-react';
import type { Annotation } from '../../../core/model/annotation.ts';
import { runCommand } from '../../state/commands.ts';
import { useProject } from '../../state/project.ts';
import { Fact } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { LabelSquare } from '../../ui/label-square.tsx';
import { Select } from '../../ui/select.tsx';
import { dateWords } from '../../words/amounts.ts';
import { t } from '../../words/words.ts';
import styles from './annotation-details.module.css';
import { AnnotationMenu } from './annotation-menu.tsx';
import { AttributeForm, OtherAnswers } from './attribute-form.tsx';
import { AnnotationComments } from './comments/annotation-comments.tsx';
import { ConfidenceField } from './confidence-field.tsx';
import { relabel } from './edits.ts';
import { useFrozen } from './frozen-line.tsx';
import { NoteField } from './note-field.tsx';
import { PartList } from './part-list.tsx';
import { RelationList } from './relation-list.tsx';
import { placeWords, planOf } from './text-plan.ts';
import { labelOf, lengthWords, quoteOf } from './words.ts';

/** The selected annotation: what it says, where it stands, and what is known about it. */
export function AnnotationDetails({ annotation }: { readonly annotation: Annotation }) {
  const labels = useProject((state) => state.labels);
  const closed = useProject((state) => state.project?.readOnly === true);
  const frozen = useFrozen();
  const readOnly = closed || frozen;
  const label = labelOf(labels, annotation);
  return (
    <section
      aria-label={t('annotate.details')}
      data-annotation-details={annotation.id}
      className={styles['details']}
    >
      <header className={styles['head']}>
        <LabelSquare letter={label.letter} hue={label.hue} />
        <h2 className={styles['name']}>{label.name}</h2>
        <Place annotation={annotation} />
        <AnnotationMenu readOnly={readOnly} />
        <IconButton
          icon={Trash2}
          label={t('annotate.removeCommand')}
          command="annotation.remove"
          disabled={readOnly}
          onClick={() => runCommand('annotation.remove')}
        />
      </header>
      <blockquote
        className={styles['quote']}
        data-hue={label.hue}
        dir="auto"
        title={quoteOf(annotation)}
      >
        {quoteOf(annotation)}
      </blockquote>
      <PartList annotation={annotation} readOnly={readOnly} />
      <div className={styles['group']}>
        <div className={styles['field']}>
          <span className={styles['fieldName']} aria-hidden>
            {t('annotate.label')}
          </span>
          <Select
            label={t('annotate.label')}
            value={label.id}
            disabled={readOnly}
            options={labels
              .filter(({ id, retired }) => !retired || id === label.id)
              .map(({ id, name }) => ({ value: id, name }))}
            onChange={(id) => {
              const next = labels.find((one) => one.id === id);
              if (next !== undefined) relabel(annotation, next);
            }}
          />
        </div>
        <ConfidenceField annotation={annotation} readOnly={readOnly} />
        <OtherAnswers annotation={annotation} label={label} />
      </div>
      <AttributeForm annotation={annotation} label={label} readOnly={readOnly} />
      <RelationList annotation={annotation} readOnly={readOnly} />
      <NoteField annotation={annotation} readOnly={readOnly} />
      {/* What is submitted may still be talked about. */}
      <AnnotationComments annotation={annotation} readOnly={closed} />
      <Facts annotation={annotation} />
    </section>
  );
}

/** “#14 · ¶4 · 784–935”; of a broken one, how many parts it has. */
function Place({ annotation }: { readonly annotation: Annotation }) {
  const number = useProject(
    (state) => (state.article?.annotations.findIndex((one) => one.id === annotation.id) ?? -1) + 1,
  );
  const text = useProject((state) => state.article?.text ?? '');
  const article = useProject(
    (state) => state.rows.find((row) => row.article.id === state.articleId)?.article,
  );
  const { spans } = annotation.anchor;
  const at = spans[0]?.[0] ?? 0;
  const place = article === undefined ? '' : placeWords(planOf(text, article), at);
  const ranges = spans.map(([start, end]) => `${String(start)}–${String(end)}`);
  const last =
    ranges.length === 1 ? (ranges[0] ?? '') : t('annotate.parts', { count: ranges.length });
  const words = [`#${String(number)}`, place, last].join(' · ');
  return (
    <span className={styles['place']} dir="ltr" title={[words, ...ranges].join('\n')}>
      {words}
    </span>
  );
}

const TIME = {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
} as const;

function timeWords(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? t('annotate.notKnown') : dateWords(time, TIME).replace(' at ', ', ');
}

function originWords({ origin }: Annotation): string {
  const file = origin['file'];
  if (origin['kind'] !== 'import') return t('annotate.byHand');
  return typeof file === 'string' ? t('annotate.importedFrom', { file }) : t('annotate.imported');
}

function Facts({ annotation }: { readonly annotation: Annotation }) {
  const { createdAt, updatedAt } = annotation;
  return (
    <dl className={styles['group']}>
      <Fact label={t('annotate.length')}>{lengthWords(annotation)}</Fact>
      <Fact label={t('annotate.origin')}>{originWords(annotation)}</Fact>
      <Fact label={t('annotate.created')}>{timeWords(createdAt)}</Fact>
      {updatedAt === createdAt ? null : (
        <Fact label={t('annotate.changed')}>{timeWords(updatedAt)}</Fact>
      )}
    </dl>
  );
}
