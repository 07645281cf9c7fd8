import 'brat-frontend-editor/dist/brat-frontend-editor.min.css';
import program from 'brat-frontend-editor/dist/brat-frontend-editor.js?url';

const TYPES = ['Claim', 'Threat', 'Sanctions'];
const COLORS = ['#cfe0ff', '#ffd5d2', '#f6e3b4'];

const COLLECTION = {
  entity_types: TYPES.map((type, index) => ({
    type,
    labels: [type, type.slice(0, 2)],
    bgColor: COLORS[index],
    borderColor: 'darken',
    attributes: [],
  })),
  entity_attribute_types: [],
  event_types: [],
  event_attribute_types: [],
  relation_types: [],
  relation_attribute_types: [],
  unconfigured_types: [],
};

function load(url) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = resolve;
    script.onerror = () => reject(new Error('brat was not loaded'));
    document.head.append(script);
  });
}

/** Brat's own page code (brat-frontend-editor); it draws the whole document again at every edit. */
export function createTechnique() {
  let editor;
  let data;
  let scroller;
  const entityOf = ({ id, start, end, label }) => [id, TYPES[label], [[start, end]]];
  const render = () => editor.dispatcher.post('requestRenderData', [data]);
  const rendered = () =>
    new Promise((resolve) => editor.dispatcher.on('doneRendering', () => resolve()));
  return {
    async prepare(work) {
      data = {
        text: work.text,
        entities: work.spans.map(entityOf),
        attributes: [],
        relations: [],
        triggers: [],
        events: [],
        comments: [],
        modifications: [],
        normalizations: [],
        source_files: [],
        collection: null,
      };
      await load(program);
    },
    async mount(host) {
      scroller = host;
      const column = document.createElement('div');
      host.append(column);
      editor = new globalThis.BratFrontendEditor(column, COLLECTION, data, {
        activateEdition: false,
        maxFragmentLength: 0,
      });
      await rendered();
    },
    add(span) {
      data = { ...data, entities: [...data.entities, entityOf(span)] };
      render();
    },
    remove(span) {
      data = { ...data, entities: data.entities.filter(([id]) => id !== span.id) };
      render();
    },
    scroller: () => scroller,
  };
}
