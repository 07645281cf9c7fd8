import { attribute, choices, type Draft } from './default-parts.ts';

const WHO = 'Who says it';
const WHOM = 'Whom it concerns';
const WORDING = 'How it is worded';
const ASSESSMENT = 'Assessment';
const YOURS = 'Your own view';

/** Asked of every act. */
export const COMMON_ATTRIBUTES: readonly Draft[] = [
  attribute('source', 'Source', 'actor', {
    required: true,
    multiple: true,
    group: WHO,
    definition:
      'Whoever the words come from: for a quote within a quote, the innermost speaker. Several who speak together are one list.',
  }),
  attribute('source_kind', 'Kind of source', 'choice', {
    group: WHO,
    definition: 'What the source is, in the office in which it speaks here.',
    values: choices([
      ['head_of_state_or_government', 'Head of state or government'],
      ['ministry_or_agency', 'Ministry or agency'],
      ['legislature', 'Legislature'],
      ['party_or_politician', 'Party or politician'],
      ['military_or_police', 'Military or police'],
      ['court', 'Court'],
      ['igo', 'International organisation'],
      ['armed_group', 'Armed group'],
      ['company', 'Company'],
      ['ngo_or_civil_society', 'NGO or civil society'],
      ['media', 'Media'],
      ['expert', 'Expert'],
      ['individual', 'Individual'],
      ['unnamed_official', 'Unnamed official'],
      ['unknown', 'Unknown'],
    ]),
  }),
  attribute('attribution', 'Attribution', 'choice', {
    required: true,
    group: WHO,
    definition: 'How the article gives the words to their source.',
    values: choices([
      ['direct_quote', 'Direct quote', 'Whole sentences in quotation marks.'],
      ['partial_quote', 'Partial quote', 'Some words in quotation marks, the rest retold.'],
      ['indirect_speech', 'Indirect speech', 'Retold by the article, without quotation marks.'],
      ['official_document', 'Official document', 'A text, law, ruling, report or statement.'],
      ['author_voice', 'Voice of the author', 'The article says it itself and names nobody.'],
    ]),
  }),
  attribute('cue', 'Cue', 'span', {
    group: WHO,
    definition: 'The word that hands over to the source, such as “warned” or “according to”.',
  }),
  attribute('target', 'Target', 'actor', {
    multiple: true,
    group: WHOM,
    definition: 'Whom the act is aimed at or about.',
  }),
  attribute('time_frame', 'Time', 'choice', {
    group: WORDING,
    definition: 'When what is described is placed, seen from the article.',
    values: choices([
      ['current', 'Current'],
      ['historical', 'Historical', 'Told as something that was said or done before.'],
      ['future', 'Future'],
      ['hypothetical', 'Hypothetical', 'Only imagined: what would be, if.'],
    ]),
  }),
  attribute('negated', 'Negated', 'boolean', {
    group: WORDING,
    definition: 'The act is ruled out or denied: “no force will be used”.',
  }),
  attribute('certainty', 'Certainty as worded', 'choice', {
    group: WORDING,
    definition: 'How sure the words sound, not how sure you are.',
    values: choices([
      ['certain', 'Certain'],
      ['probable', 'Probable'],
      ['possible', 'Possible'],
      ['unmarked', 'Unmarked'],
    ]),
  }),
  attribute('contexts', 'Contexts', 'multi-choice', {
    group: WHOM,
    definition: 'The fields the act belongs to; as many as fit.',
    values: choices([
      ['military', 'Military'],
      ['diplomatic', 'Diplomatic'],
      ['economic', 'Economic'],
      ['legal', 'Legal'],
      ['human_rights', 'Human rights'],
      ['territory', 'Territory'],
      ['terrorism', 'Terrorism'],
      ['cbrn', 'Chemical, biological, radiological, nuclear'],
      ['cyber', 'Cyber'],
      ['misinformation', 'Misinformation'],
      ['election', 'Election'],
      ['migration', 'Migration'],
      ['natural_resource', 'Natural resource'],
      ['technology', 'Technology'],
      ['other', 'Other'],
    ]),
  }),
  attribute('when', 'When', 'date', {
    group: WORDING,
    definition: 'The day, period or occasion that the words name.',
  }),
  attribute('annotator_confidence', 'Confidence', 'choice', {
    agreement: false,
    group: YOURS,
    definition: 'How sure you are of this annotation. Never compared between analysts.',
    values: choices([
      ['high', 'High'],
      ['medium', 'Medium'],
      ['low', 'Low'],
    ]),
  }),
];

/** A judgement beside the description; off until a team turns it on. */
export const ASSESSMENT_ATTRIBUTES: readonly Draft[] = [
  attribute('source_reliability', 'Reliability of the source', 'choice', {
    enabled: false,
    agreement: false,
    group: ASSESSMENT,
    definition: 'How far the source has been right before, on the scale from A to F.',
    values: [
      { id: 'a', name: 'A: reliable', key: 'a', definition: '' },
      { id: 'b', name: 'B: usually reliable', key: 'b', definition: '' },
      { id: 'c', name: 'C: fairly reliable', key: 'c', definition: '' },
      { id: 'd', name: 'D: not usually reliable', key: 'd', definition: '' },
      { id: 'e', name: 'E: unreliable', key: 'e', definition: '' },
      { id: 'f', name: 'F: cannot be judged', key: 'f', definition: '' },
    ],
  }),
  attribute('information_credibility', 'Credibility of the information', 'choice', {
    enabled: false,
    agreement: false,
    group: ASSESSMENT,
    definition: 'How well it fits what else is known, on the scale from 1 to 6.',
    values: [
      { id: '1', name: '1: confirmed', key: '1', definition: '' },
      { id: '2', name: '2: probably true', key: '2', definition: '' },
      { id: '3', name: '3: possibly true', key: '3', definition: '' },
      { id: '4', name: '4: doubtful', key: '4', definition: '' },
      { id: '5', name: '5: improbable', key: '5', definition: '' },
      { id: '6', name: '6: cannot be judged', key: '6', definition: '' },
    ],
  }),
  attribute('threat_credibility', 'Credibility of the threat', 'choice', {
    labels: ['threat'],
    enabled: false,
    agreement: false,
    group: ASSESSMENT,
    definition: 'Whether you expect that it would be carried out.',
    values: choices([
      ['high', 'High'],
      ['medium', 'Medium'],
      ['low', 'Low'],
      ['cannot_be_judged', 'Cannot be judged'],
    ]),
  }),
];
