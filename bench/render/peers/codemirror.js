import { EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';

const add = StateEffect.define();
const remove = StateEffect.define();

const rangeOf = ({ id, start, end, label }) =>
  Decoration.mark({ class: `l${label}`, id }).range(start, end);

function marksField(spans) {
  return StateField.define({
    create: () => Decoration.set(spans.map(rangeOf), true),
    update(marks, transaction) {
      let next = marks;
      for (const effect of transaction.effects) {
        if (effect.is(add)) next = next.update({ add: [rangeOf(effect.value)], sort: true });
        if (effect.is(remove)) {
          const { id, start, end } = effect.value;
          next = next.update({
            filterFrom: start,
            filterTo: end,
            filter: (_from, _to, mark) => mark.spec.id !== id,
          });
        }
      }
      return next;
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}

/** CodeMirror 6, read-only, with one mark decoration a span. */
export function createTechnique() {
  let view;
  let field;
  return {
    mount(host, { text, spans }) {
      field = marksField(spans);
      const fill = EditorView.theme({
        '&': { height: '100%' },
        '.cm-scroller': { overflow: 'auto', font: 'inherit', lineHeight: 'inherit' },
        '.cm-content': { padding: '20px max(48px, (100% - 600px) / 2)' },
        '.cm-line': { padding: '0 0 10px' },
      });
      const frame = document.createElement('div');
      frame.className = 'column';
      frame.style.cssText = 'padding:0;height:100%';
      host.append(frame);
      view = new EditorView({
        parent: frame,
        state: EditorState.create({
          doc: text,
          extensions: [fill, field, EditorView.lineWrapping, EditorState.readOnly.of(true)],
        }),
      });
    },
    add: (span) => view.dispatch({ effects: add.of(span) }),
    remove: (span) => view.dispatch({ effects: remove.of(span) }),
    hit(x, y) {
      const at = view.posAtCoords({ x, y });
      const ids = [];
      if (at === null) return ids;
      view.state.field(field).between(at, at, (from, to, mark) => {
        if (from <= at && at < to) ids.push(mark.spec.id);
      });
      return ids;
    },
    scroller: () => view.scrollDOM,
  };
}
