import type { LayerState } from '../../../src/core/model/layer-document.ts';
import type { ArticleRow } from '../../../src/renderer/state/project.ts';

const WORDS = `talks Geneva Washington Moscow promise paper ministers troops lake sanctions Brussels
  list publish Kyiv penalties before after banks São naïve énergie Zürich gas winter chips visas
  allies voice`.split(/\s+/u);
const OUTLETS = ['The Lakeside Courier', 'Evening Wire', 'Le Quotidien', 'Nordic Post'];
const TAGS = ['banks', 'chips', 'energy', 'visas'];
const STATES: readonly LayerState[] = ['new', 'in-progress', 'submitted'];

/** Park and Miller's generator: the same list on every machine. */
function generator(): (below: number) => number {
  let state = 20_220_121;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function pick<T>(list: readonly T[], at: number): T {
  const one = list[at % list.length];
  if (one === undefined) throw new Error('an empty list');
  return one;
}

/** A project of so many articles, as its list sees it. */
export function makeRows(count: number): readonly ArticleRow[] {
  const below = generator();
  return Array.from({ length: count }, (_, at) => {
    const title = Array.from({ length: 4 + below(8) }, () => pick(WORDS, below(997))).join(' ');
    const state = pick(STATES, below(3));
    const day = String(1 + below(28)).padStart(2, '0');
    const month = String(1 + below(12)).padStart(2, '0');
    return {
      article: {
        id: `a${String(at)}`,
        title: below(5) === 0 ? `${title} ${String(below(500))}` : title,
        outlet: pick(OUTLETS, below(97)),
        byline: 'Marta Ellison',
        date: below(10) === 0 ? '' : `2022-${month}-${day}`,
        language: below(9) === 0 ? 'fr' : 'en',
        sha256: '',
        characters: 3000 + below(9000),
        furniture: [],
        source: below(12) === 0 ? { warnings: ['Which charset?'] } : {},
        addedAt: '',
        tags: below(4) === 0 ? [pick(TAGS, below(91)), 'winter'] : [],
        assigned: below(3) === 0 ? ['lena'] : [],
      },
      counts: state === 'new' ? {} : { claim: below(9), threat: below(5), sanction: below(4) },
      relations: 0,
      unsure: below(20) === 0 ? 1 + below(4) : 0,
      openThreads: below(15) === 0 ? 1 + below(3) : 0,
      documentLabels: [],
      state,
      seen: 0,
      others: [],
    };
  });
}
