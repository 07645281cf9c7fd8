/** How to get each peer's technique, by name. */
export const PEERS = {
  codemirror: () => import('./codemirror.js'),
  prosemirror: () => import('./prosemirror.js'),
  recogito: () => import('./recogito.js'),
  doccano: () => import('./doccano.js'),
  'react-text-annotate': () => import('./react-text-annotate.js'),
  brat: () => import('./brat.js'),
};
