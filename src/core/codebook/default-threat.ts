import { attribute, choices, type Draft } from './default-parts.ts';

const THREAT = ['threat'];
const WHAT = 'What is threatened';
const CONDITION = 'On what condition';
const FORCE = 'How it is made';

/** A demand belongs to a condition. */
const UNDER_CONDITION = {
  attribute: 'conditionality',
  anyOf: ['explicit_condition', 'implied_condition'],
};

/** Asked of threats. */
export const THREAT_ATTRIBUTES: readonly Draft[] = [
  attribute('mode', 'Mode', 'multi-choice', {
    labels: THREAT,
    required: true,
    group: WHAT,
    definition: 'The cost that is announced, not the tone in which it is.',
    values: choices([
      ['violence_or_force', 'Violence or force'],
      ['territory', 'Taking territory'],
      ['restrict_movement_or_trade', 'Restricting movement or trade'],
      ['sanctions', 'Sanctions'],
      ['arrest_or_prosecution', 'Arrest or prosecution'],
      ['relations_or_talks', 'Breaking off relations or talks'],
      ['expel', 'Expelling'],
      ['aid_cut', 'Cutting aid'],
      ['cyber', 'Cyber'],
      ['cbrn', 'Chemical, biological, radiological, nuclear'],
      ['political_or_protest', 'Political steps or protest'],
      ['other', 'Other'],
      ['unspecified', 'Unspecified'],
    ]),
  }),
  attribute('conditionality', 'Condition', 'choice', {
    labels: THREAT,
    required: true,
    group: CONDITION,
    definition: 'Whether the cost depends on what the target does.',
    values: choices([
      [
        'explicit_condition',
        'Explicit condition',
        'An “if”, “unless” or the like is in the words.',
      ],
      ['implied_condition', 'Implied condition', 'The demand is clear, but not worded as one.'],
      ['unconditional', 'Unconditional', 'The cost is to come whatever the target does.'],
    ]),
  }),
  attribute('demand', 'Demand', 'span', {
    labels: THREAT,
    showWhen: UNDER_CONDITION,
    group: CONDITION,
    definition: 'What the target is to do or to leave.',
  }),
  attribute('demand_kind', 'Kind of demand', 'choice', {
    labels: THREAT,
    showWhen: UNDER_CONDITION,
    group: CONDITION,
    values: choices([
      ['assist', 'Assist'],
      ['change', 'Change'],
      ['yield', 'Yield'],
      ['meet', 'Meet'],
      ['stop', 'Stop'],
      ['other', 'Other'],
    ]),
  }),
  attribute('deadline', 'Deadline', 'date', {
    labels: THREAT,
    showWhen: UNDER_CONDITION,
    group: CONDITION,
    definition: 'By when, as worded.',
  }),
  attribute('ultimatum', 'Ultimatum', 'boolean', {
    labels: THREAT,
    showWhen: UNDER_CONDITION,
    group: CONDITION,
    definition: 'A last demand with a time limit, whether or not the cost is named.',
  }),
  attribute('consequence', 'Consequence', 'span', {
    labels: THREAT,
    group: WHAT,
    definition: 'The cost, in the article’s words or yours.',
  }),
  attribute('function', 'Function', 'choice', {
    labels: THREAT,
    group: WHAT,
    definition: 'What the threat is for.',
    values: choices([
      ['compel', 'Compel', 'To make the target do something.'],
      ['deter', 'Deter', 'To keep the target from doing something.'],
      ['retaliate', 'Retaliate', 'To answer what was done already.'],
      ['unclear', 'Unclear'],
    ]),
  }),
  attribute('explicitness', 'Explicitness', 'choice', {
    labels: THREAT,
    group: FORCE,
    values: choices([
      ['explicit', 'Explicit', 'Says what would happen.'],
      ['veiled', 'Veiled', 'Hints at it.'],
    ]),
  }),
  attribute('control', 'Control', 'choice', {
    labels: THREAT,
    group: FORCE,
    definition: 'Who could bring the cost about. A third party makes it a claim: see rule 13.',
    values: choices([
      ['issuer_controls', 'The speaker'],
      ['speaks_for_controller', 'Somebody the speaker speaks for'],
      ['third_party', 'A third party'],
    ]),
  }),
  attribute('specificity', 'Specificity', 'choice', {
    labels: THREAT,
    group: FORCE,
    values: choices([
      ['named_measure', 'Names a measure'],
      ['general', 'General'],
    ]),
  }),
  attribute('status', 'Status', 'choice', {
    labels: THREAT,
    group: FORCE,
    definition: 'What the article does with the threat.',
    values: choices([
      ['issued', 'Issued'],
      ['repeated', 'Repeated'],
      ['escalated', 'Escalated'],
      ['softened', 'Softened'],
      ['withdrawn', 'Withdrawn'],
      ['carried_out', 'Carried out'],
      ['denied', 'Denied'],
    ]),
  }),
];
