import '@recogito/text-annotator/text-annotator.css';
import { createTextAnnotator } from '@recogito/text-annotator';

const HUES = ['#2563eb', '#dc2626', '#b45309'];

/** Recogito's text annotator 4 on @annotorious/core 3.8.2, renderer SPANS. */
export function createTechnique() {
  let annotator;
  let given = [];
  let scroller;
  const annotationOf = ({ id, start, end, label }, text) => ({
    id,
    bodies: [{ id: `${id}-b`, annotation: id, purpose: 'tagging', value: String(label) }],
    target: {
      annotation: id,
      selector: [{ start, end, quote: text.slice(start, end) }],
      created: new Date(0),
    },
  });
  let text = '';
  return {
    prepare(work) {
      ({ text } = work);
      given = work.spans.map((span) => annotationOf(span, text));
    },
    mount(host, work) {
      scroller = host;
      const column = document.createElement('div');
      column.className = 'column';
      host.append(column);
      for (const [start, end] of work.paragraphs) {
        const paragraph = document.createElement('p');
        paragraph.textContent = work.text.slice(start, end);
        column.append(paragraph);
      }
      annotator = createTextAnnotator(column, {
        renderer: 'SPANS',
        style: (annotation) => ({
          fill: HUES[Number(annotation.bodies[0]?.value)] ?? HUES[0],
          fillOpacity: 0.25,
        }),
      });
      annotator.setAnnotations(given);
    },
    add: (span) => annotator.addAnnotation(annotationOf(span, text)),
    remove: (span) => annotator.removeAnnotation(span.id),
    scroller: () => scroller,
  };
}
