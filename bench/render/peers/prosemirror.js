import { Schema } from 'prosemirror-model';
import { EditorState, Plugin } from 'prosemirror-state';
import { Decoration, DecorationSet, EditorView } from 'prosemirror-view';

const schema = new Schema({
  nodes: {
    doc: { content: 'paragraph+' },
    paragraph: { content: 'text*', toDOM: () => ['p', 0] },
    text: {},
  },
});

/** ProseMirror with one inline decoration a span. */
export function createTechnique() {
  let view;
  let starts = [];
  let scroller;

  function paragraphAt(offset) {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
  // A paragraph has an opening and a closing token where the text has one line break.
  const position = (offset) => offset + paragraphAt(offset) + 1;
  const decorationOf = ({ id, start, end, label }) =>
    Decoration.inline(
      position(start),
      position(start) + end - start,
      { class: `l${label}` },
      { id },
    );

  return {
    mount(host, { text, paragraphs, spans }) {
      scroller = host;
      starts = paragraphs.map(([start]) => start);
      const doc = schema.node(
        'doc',
        null,
        paragraphs.map(([start, end]) => {
          const words = text.slice(start, end).replace(/\n$/, '');
          return schema.node('paragraph', null, words === '' ? [] : [schema.text(words)]);
        }),
      );
      const marks = new Plugin({
        state: {
          init: () => DecorationSet.create(doc, spans.map(decorationOf)),
          apply(transaction, set) {
            const { add, remove } = transaction.getMeta(marks) ?? {};
            if (add !== undefined) return set.add(transaction.doc, [decorationOf(add)]);
            if (remove === undefined) return set;
            return set.remove(set.find(undefined, undefined, (spec) => spec.id === remove.id));
          },
        },
        props: { decorations: (state) => marks.getState(state) },
      });
      const frame = document.createElement('div');
      frame.className = 'column';
      host.append(frame);
      const state = EditorState.create({ doc, plugins: [marks] });
      view = new EditorView(frame, { state, editable: () => false });
      this.change = (meta) => view.dispatch(view.state.tr.setMeta(marks, meta));
    },
    add(span) {
      this.change({ add: span });
    },
    remove(span) {
      this.change({ remove: span });
    },
    scroller: () => scroller,
  };
}
