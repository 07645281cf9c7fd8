import React from 'react';
import ReactDOM from 'react-dom';
import { TextAnnotator } from 'react-text-annotate';

const COLORS = ['#cfe0ff', '#ffd5d2', '#f6e3b4'];
const TAGS = ['Claim', 'Threat', 'Sanctions'];

/** React-text-annotate: it shows no overlaps, so it gets the spans that no other covers. */
export function createTechnique() {
  let value = [];
  let column;
  let content = '';
  let scroller;
  const valueOf = ({ id, start, end, label }) => ({
    id,
    start,
    end,
    tag: TAGS[label],
    color: COLORS[label],
  });
  const show = () =>
    ReactDOM.render(
      React.createElement(TextAnnotator, { content, value, onChange: () => undefined }),
      column,
    );
  return {
    prepare(work) {
      content = work.text;
      value = work.apart.map(valueOf);
    },
    mount(host) {
      scroller = host;
      column = document.createElement('div');
      column.className = 'column';
      host.append(column);
      show();
    },
    add(span) {
      value = [...value, valueOf(span)];
      show();
    },
    remove(span) {
      value = value.filter((one) => one.id !== span.id);
      show();
    },
    scroller: () => scroller,
  };
}
