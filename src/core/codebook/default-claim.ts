import { attribute, choices, type Draft } from './default-parts.ts';

const CLAIM = ['claim'];
const WHAT = 'What is claimed';
const CHECKING = 'Checking it';

/** Asked of claims. */
export const CLAIM_ATTRIBUTES: readonly Draft[] = [
  attribute('claim_type', 'Type of claim', 'choice', {
    labels: CLAIM,
    required: true,
    group: WHAT,
    definition: 'What kind of statement it is. Where two fit, take the one that is argued about.',
    values: choices([
      ['event_or_state', 'Event or state', 'Something happened, or is the case.'],
      ['quantity', 'Quantity', 'A number, share or comparison of size.'],
      ['cause_or_responsibility', 'Cause or responsibility', 'One thing brought about another.'],
      ['accusation', 'Accusation', 'Somebody did wrong, and no court has found so yet.'],
      ['denial', 'Denial', 'Something that others say is not so.'],
      ['capability_or_intent', 'Capability or intent', 'Somebody can, or means to.'],
      ['rule_or_law', 'Rule or law', 'What a rule says, or what it allows.'],
      ['prediction', 'Prediction', 'What will come about, also a warning of harm by others.'],
      ['other', 'Other'],
    ]),
  }),
  attribute('object', 'Object', 'span', {
    labels: CLAIM,
    group: WHAT,
    definition: 'What the claim is about, in the article’s words or yours.',
  }),
  attribute('source_stance', 'Stance of the source', 'choice', {
    labels: CLAIM,
    group: WHAT,
    definition: 'Whether the source stands behind the statement.',
    values: choices([
      ['affirms', 'Affirms'],
      ['denies', 'Denies'],
      ['questions', 'Questions'],
      ['reports_only', 'Only reports'],
    ]),
  }),
  attribute('verifiability', 'Verifiability', 'choice', {
    labels: CLAIM,
    group: CHECKING,
    definition: 'Whether evidence could decide it, and when.',
    values: choices([
      ['now', 'Now'],
      ['in_principle', 'In principle', 'Evidence exists, but not within reach.'],
      ['not_yet', 'Not yet', 'Time will tell, as for a prediction.'],
      ['no', 'Cannot be verified'],
    ]),
  }),
  attribute('evidence_offered', 'Evidence offered', 'choice', {
    labels: CLAIM,
    group: CHECKING,
    definition: 'What the article brings for it.',
    values: choices([
      ['none', 'None'],
      ['data_or_document', 'Data or document'],
      ['eyewitness', 'Eyewitness'],
      ['unnamed_source', 'Unnamed source'],
      ['expert', 'Expert'],
      ['court_or_inquiry', 'Court or inquiry'],
    ]),
  }),
  attribute('check_worthy', 'Worth checking', 'boolean', {
    labels: CLAIM,
    enabled: false,
    agreement: false,
    group: CHECKING,
    definition: 'Whether a fact-checker should look at it. A matter of taste, so off by default.',
  }),
];
