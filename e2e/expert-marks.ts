/** A relation that an expert draws from what was just marked. */
export interface ExpertLink {
  /** Words of the annotation it leads to, and its label. */
  readonly to: string;
  readonly label: string;
  readonly type: string;
  readonly typeName: string;
}

/** An annotation as an expert makes it: what is pressed, and what has to come of it. */
export interface ExpertMark {
  readonly label: string;
  readonly quote: string;
  /** Keys that read on to the sentence, select the words and give the label. */
  readonly mark: readonly string[];
  /** Keys that answer what the codebook requires. */
  readonly answer: readonly string[];
  /** What is required, by its id; actors by their names. */
  readonly attributes: Readonly<Record<string, string | readonly string[]>>;
  readonly link?: ExpertLink;
}

const CLAIM = 'claim';
const THREAT = 'threat';
const PROPOSAL = 'sanctions-proposal';
const ACTOR = 'actor';

/** Moves to the next sentence, so many times. */
const on = (times: number): string[] => Array.from({ length: times }, () => 'u');
/** Moves to the first one of the next paragraph. */
const down = (times: number): string[] => Array.from({ length: times }, () => 'Shift+u');
/** Letters typed one after another. */
const typed = (letters: string): string[] => letters.split('');
/** Selects words by first letters. */
const words = (letters: string): string[] => ['w', ...typed(letters)];

function actor(quote: string, mark: readonly string[]): ExpertMark {
  return { label: ACTOR, quote, mark: [...mark, '4'], answer: [], attributes: {} };
}

function link(type: string, typeName: string, label: string, to: string): ExpertLink {
  return { type, typeName, label, to };
}

const SHIP = 'the ship, the Maren Vik, crossed into its waters with its transponder off.';
const NEVER = 'The Maren Vik never left the open sea';
const SPIES =
  'Orvana would try the crew as spies unless Tarsk handed over the ship’s logs by the end of the month.';
const STRAIT =
  'If a single sailor is put on trial, Ms. Sandu said, her government will close the Halden Strait to ships under the Orvanian flag.';
const RADAR = 'it would ban the export of radar parts to Orvana';
const CABLES = 'the crew had confessed to mapping cables on the sea floor.';

/** The 25 annotations and 10 relations of `expert-article.txt`, in the order an expert makes them. */
export const EXPERT_MARKS: readonly ExpertMark[] = [
  actor('Orvana', [...on(2), ...words('or')]),
  actor('Tarsk', words('ta')),
  {
    label: CLAIM,
    quote: SHIP,
    mark: [...on(1), ...words('t.'), '1'],
    answer: ['a', 'o', 'Enter', 'i'],
    attributes: { claim_type: 'accusation', source: ['Orvana'], attribution: 'indirect_speech' },
  },
  actor('Mirela Sandu', [...on(2), ...words('mir s')]),
  {
    label: CLAIM,
    quote: NEVER,
    mark: [...words('t,'), '1'],
    answer: ['d', 's', 'Enter', 'd'],
    attributes: { claim_type: 'denial', source: ['Mirela Sandu'], attribution: 'direct_quote' },
    link: link('contradicts', 'Contradicts', 'Claim', SHIP),
  },
  actor('Anton Brekke', [...on(1), ...words('a b')]),
  {
    label: THREAT,
    quote: SPIES,
    mark: [...on(1), ...words('o.'), '2'],
    answer: ['a', 'Enter', 'e', 'b', 'Enter', 'i'],
    attributes: {
      mode: ['arrest_or_prosecution'],
      conditionality: 'explicit_condition',
      source: ['Anton Brekke'],
      attribution: 'indirect_speech',
    },
    link: link('targets', 'Targets', 'Actor', 'Tarsk'),
  },
  {
    label: THREAT,
    quote: STRAIT,
    mark: [...on(3), '2'],
    answer: ['r', 'Enter', 'e', 's', 'Enter', 'i'],
    attributes: {
      mode: ['restrict_movement_or_trade'],
      conditionality: 'explicit_condition',
      source: ['Mirela Sandu'],
      attribution: 'indirect_speech',
    },
    link: link('responds_to', 'Responds to', 'Threat', SPIES),
  },
  actor('port authority in Kesh', [...on(1), ...words('po k')]),
  {
    label: CLAIM,
    quote: 'About a third of all grain exports pass through the strait',
    mark: [...words('a,'), '1'],
    answer: ['q', 'p', 'Enter', 'i'],
    attributes: {
      claim_type: 'quantity',
      source: ['port authority in Kesh'],
      attribution: 'indirect_speech',
    },
    link: link('justifies', 'Justifies', 'Threat', STRAIT),
  },
  actor('Northern Council', [...on(1), ...words('n c')]),
  actor('Petra Holm', [...down(1), ...on(1), ...words('p h')]),
  {
    label: PROPOSAL,
    quote: 'The Council should freeze the accounts of every officer who ordered the boarding',
    mark: [...words('t,'), '3'],
    answer: ['i', 'f', 's', 'Enter', 'c', 'h', 'Enter', 'i'],
    attributes: {
      action: 'impose',
      position: 'for',
      measure: ['asset_freeze'],
      stage: 'call',
      source: ['Petra Holm'],
      attribution: 'indirect_speech',
    },
    link: link('imposed_by', 'Imposed by', 'Actor', 'Northern Council'),
  },
  {
    label: PROPOSAL,
    quote: RADAR,
    mark: [...on(2), ...words('i or'), '3'],
    answer: ['i', 'f', 'e', 'Enter', 'f', ...typed('a dr'), 'Enter', 'o'],
    attributes: {
      action: 'impose',
      position: 'for',
      measure: ['export_or_technology_ban'],
      stage: 'formal_proposal_or_draft',
      source: ['A draft'],
      attribution: 'official_document',
    },
    link: link('targets', 'Targets', 'Actor', 'Orvana'),
  },
  actor('Valdria', [...on(2), ...words('v')]),
  {
    label: PROPOSAL,
    quote:
      'Two others, among them Valdria, are against any trade measures before the inquiry has reported.',
    mark: ['a', '3'],
    answer: ['i', 'a', 'p', 'Enter', 'u', 'v', 'Enter', 'i'],
    attributes: {
      action: 'impose',
      position: 'against',
      measure: ['partial_embargo'],
      stage: 'under_discussion',
      source: ['Valdria'],
      attribution: 'indirect_speech',
    },
    link: link('responds_to', 'Responds to', 'Sanctions proposal', RADAR),
  },
  actor('Orvanian state television', [...on(3), ...words('o t')]),
  {
    label: CLAIM,
    quote: CABLES,
    mark: [...words('the.'), '1'],
    answer: ['a', 't', 'e', 'Enter', 'i'],
    attributes: {
      claim_type: 'accusation',
      source: ['Orvanian state television'],
      attribution: 'indirect_speech',
    },
    link: link('attacks', 'Attacks', 'Claim', NEVER),
  },
  {
    label: CLAIM,
    quote: 'It is fitted out to measure fish, nothing else',
    mark: [...on(4), 'c', 'Shift+c', '1'],
    answer: ['e', 'u', 'l', 'Enter', 'd'],
    attributes: {
      claim_type: 'event_or_state',
      source: ['Hanne Ulvik'],
      attribution: 'direct_quote',
    },
    link: link('attacks', 'Attacks', 'Claim', CABLES),
  },
  {
    label: THREAT,
    quote: 'Orvana would leave the fisheries treaty if the Council took sides.',
    mark: [...down(2), ...on(1), ...words('or.'), '2'],
    answer: ['b', 'Enter', 'e', 'b', 'Enter', 'i'],
    attributes: {
      mode: ['relations_or_talks'],
      conditionality: 'explicit_condition',
      source: ['Anton Brekke'],
      attribution: 'indirect_speech',
    },
    link: link('targets', 'Targets', 'Actor', 'Northern Council'),
  },
  {
    label: CLAIM,
    quote: 'Insurers in Kesh have doubled their rates for the strait since Monday',
    mark: [...down(1), ...on(1), 'c', '1'],
    answer: ['q', ...typed('The paper'), 'Enter', 'v'],
    attributes: { claim_type: 'quantity', source: ['The paper'], attribution: 'author_voice' },
  },
  {
    label: CLAIM,
    quote:
      'The price of bread in the capital will rise by a tenth before the autumn if nothing changes',
    mark: [...on(1), 'c', '1'],
    answer: ['p', ...typed('fa l'), 'Enter', 'i'],
    attributes: {
      claim_type: 'prediction',
      source: ['farmers’ league'],
      attribution: 'indirect_speech',
    },
  },
  {
    label: PROPOSAL,
    quote: 'lift the fishing quotas that it imposed on Orvana in 2019',
    mark: [...down(1), ...on(2), ...words('l,'), '3'],
    answer: ['l', 'f', 'p', 'Enter', 'c', 'r', 'a', 'Enter', 'i'],
    attributes: {
      action: 'lift',
      position: 'for',
      measure: ['partial_embargo'],
      stage: 'call',
      source: ['Edvin Rask'],
      attribution: 'indirect_speech',
    },
  },
  {
    label: THREAT,
    quote:
      'his party would bring down the government unless the Maren Vik was back in port by Sunday week.',
    mark: [...down(1), ...on(1), ...words('h.'), '2'],
    answer: ['p', 'Enter', 'e', 'f', 'e', 'Enter', 'i'],
    attributes: {
      mode: ['political_or_protest'],
      conditionality: 'explicit_condition',
      source: ['Radu Ferenc'],
      attribution: 'indirect_speech',
    },
  },
  {
    label: CLAIM,
    quote: 'Both sides said they would bring lawyers this time.',
    mark: [...down(2), ...on(1), '1'],
    answer: ['o', 'o', 'Shift+Enter', 't', 'a', 'Enter', 'i'],
    attributes: {
      claim_type: 'capability_or_intent',
      source: ['Orvana', 'Tarsk'],
      attribution: 'indirect_speech',
    },
  },
];
