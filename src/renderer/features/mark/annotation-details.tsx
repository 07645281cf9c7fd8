import { Copy, Trash2 } from 'lucide-react';
import type { Annotation } from '../../../core/model/annotation.ts';
import type { Json } from '../../../core/model/json.ts';
import { inBackground } from '../../state/background.ts';
import { call } from '../../state/host.ts';
import { annotationsOf, announce, useProject } from '../../state/project.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { LabelChip } from '../../ui/label-chip.tsx';
import { Select } from '../../ui/select.tsx';
import styles from './annotation-details.module.css';
import { NoteField } from './note-field.tsx';
import { relabel, remove } from './tagging.ts';

function inWords(value: Json): string {
  if (typeof value === 'string') return value.replaceAll('_', ' ');
  if (Array.isArray(value)) return value.map((one: Json) => inWords(one)).join(', ');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}

function fieldName(key: string): string {
  const words = key.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function timeInWords(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}

async function copyQuote(annotation: Annotation): Promise<void> {
  const reply = await call('clipboard.write', { text: annotation.anchor.quote.join(' … ') });
  announce(reply.ok ? 'Quote copied.' : reply.error.message, reply.ok ? 'polite' : 'problem');
}

function Facts({ annotation }: { readonly annotation: Annotation }) {
  const attributes = Object.entries(annotation.attributes);
  const times = [
    ['Created', timeInWords(annotation.createdAt)],
    ['Changed', timeInWords(annotation.updatedAt)],
  ] as const;
  return (
    <dl className={styles['facts']}>
      {attributes.map(([key, value]) => (
        <div key={key} className={styles['fact']}>
          <dt>{fieldName(key)}</dt>
          <dd dir="auto">{inWords(value)}</dd>
        </div>
      ))}
      {times.map(([name, value]) => (
        <div key={name} className={styles['fact']}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Head({ annotation, place }: { readonly annotation: Annotation; readonly place: number }) {
  const labels = useProject((state) => state.labels);
  const label = labels.find((one) => one.id === annotation.label);
  const spans = annotation.anchor.spans.map(([start, end]) => `${start}–${end}`).join(', ');
  const options = labels.map((one) => ({ value: one.id, name: one.name }));
  return (
    <>
      <div className={styles['head']}>
        <LabelChip letter={label?.letter ?? '?'} hue={label?.hue ?? 'grey'} />
        <Select
          label="Label"
          value={annotation.label}
          options={options}
          onChange={(id) => {
            const chosen = labels.find((one) => one.id === id);
            if (chosen !== undefined) relabel(annotation, chosen);
          }}
        />
        <span className={styles['place']}>
          #{place} · {spans}
        </span>
        <IconButton
          icon={Copy}
          label="Copy quote"
          onClick={() => inBackground(copyQuote(annotation))}
        />
        <IconButton
          icon={Trash2}
          label="Delete annotation"
          keys="Delete"
          onClick={() => remove(annotation)}
        />
      </div>
      <blockquote className={styles['quote']} data-hue={label?.hue ?? 'grey'} dir="auto">
        {annotation.anchor.quote.join(' … ')}
      </blockquote>
    </>
  );
}

/** Everything about the selected annotation. */
export function AnnotationDetails() {
  const selected = useProject((state) => state.selected);
  const annotations = useProject(annotationsOf);
  const index = annotations.findIndex((one) => one.id === selected);
  const annotation = annotations[index];
  if (annotation === undefined) return null;
  return (
    <section className={styles['details']} aria-label="Annotation details">
      <Head annotation={annotation} place={index + 1} />
      <NoteField key={annotation.id} annotation={annotation} />
      <Facts annotation={annotation} />
    </section>
  );
}
