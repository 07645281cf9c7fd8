import 'v-annotator/dist/v-annotator.css';
import VAnnotator from 'v-annotator';
import Vue from 'vue';

const LABELS = ['Claim', 'Threat', 'Sanctions'].map((text, id) => ({
  id,
  text,
  color: ['#2563eb', '#dc2626', '#b45309'][id],
}));

/** The annotator of doccano, as doccano uses it: overlaps allowed, graphemes counted. */
export function createTechnique() {
  let vue;
  let scroller;
  let numbers = 0;
  const ids = new Map();
  const entityOf = ({ id, start, end, label }) => {
    numbers += 1;
    ids.set(id, numbers);
    return { id: numbers, label, user: 0, startOffset: start, endOffset: end };
  };
  let entities = [];
  return {
    prepare(work) {
      entities = work.spans.map(entityOf);
    },
    async mount(host, { text }) {
      scroller = host;
      const column = document.createElement('div');
      column.className = 'column';
      const inner = document.createElement('div');
      column.append(inner);
      host.append(column);
      vue = new Vue({
        data: { entities },
        render(create) {
          return create(VAnnotator.default ?? VAnnotator, {
            props: {
              text,
              entities: this.entities,
              entityLabels: LABELS,
              relations: [],
              relationLabels: [],
              allowOverlapping: true,
            },
          });
        },
      });
      vue.$mount(inner);
      // It measures, then lays lines out behind a debounce: done is when lines are there.
      const until = performance.now() + 29_000;
      while (host.querySelector('svg g, svg text tspan, [class*=item-view]') === null) {
        if (performance.now() > until) throw new Error('v-annotator showed no line');
        await new Promise((resolve) => setTimeout(resolve, 4));
      }
    },
    add(span) {
      vue.entities = [...vue.entities, entityOf(span)];
    },
    remove(span) {
      const id = ids.get(span.id);
      vue.entities = vue.entities.filter((one) => one.id !== id);
    },
    scroller: () => scroller,
  };
}
