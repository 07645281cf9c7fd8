import { CLAIM, PROPOSAL, type RuleDraft, THREAT } from './default-rule-draft.ts';

/** Rules 1 to 14: how many annotations, on which words, and which act it is. */
export const RULES_ON_ACTS: readonly RuleDraft[] = [
  {
    title: 'One statement, one annotation',
    text: 'Each statement that could be true or false on its own gets its own annotation, also when several stand in one quotation.',
    example:
      '“The bridge was closed on Monday, and four lorries were turned back”: two claims, one on each half.',
    counterExample:
      '“The bridge was closed because of the flood”: one claim; the cause cannot be cut off without changing what is said.',
    labels: [],
  },
  {
    title: 'Mark the clause, not its wrapping',
    text: 'Mark the clause that carries the act, together with its condition. Leave out who says it, the word of saying, the quotation marks and the full stop. Where the speaker interrupts the clause, mark two parts.',
    example:
      'In: “If the convoy turns north,” the general said, “we will shell the road”, mark “If the convoy turns north” and “we will shell the road” as one threat of two parts.',
    counterExample: 'Do not mark “the general said”: he goes into the attribute *source*.',
    labels: [],
  },
  {
    title: 'Annotations may overlap',
    text: 'One stretch may carry two acts, and one annotation may lie inside another. The same words may be a threat and a sanctions proposal only under rule 5.',
    example:
      'A sentence that accuses a port of smuggling and asks for its closure holds a claim inside a wider proposal.',
    counterExample:
      'Two analysts’ doubts are not two annotations: decide, and lower the confidence.',
    labels: [],
  },
  {
    title: 'Those who cannot impose only propose',
    text: 'Somebody who calls on others to impose sanctions makes a proposal at the stage *call*. It is never a threat, however angry the words are.',
    example: 'A bishop of Norvia asks the Council to freeze the accounts of the junta: a proposal.',
    counterExample:
      'The Council’s president says she will freeze them: she can, so look at rule 5.',
    labels: [THREAT, PROPOSAL],
  },
  {
    title: 'Those who can impose, and set a condition, threaten',
    text: 'When those who could adopt sanctions announce them for the case that the target does or leaves something, it is a threat with the mode *sanctions*. Add a proposal on the same words only where a certain measure or procedure is named, and link the two with *threatens with*.',
    example:
      '“Open one more camp and we ban your timber from our market”, says the trade minister: a threat, and a proposal (import ban), linked.',
    counterExample: '“There will be consequences, perhaps sanctions”: a threat alone.',
    labels: [THREAT, PROPOSAL],
  },
  {
    title: 'Backing a measure somebody else tabled',
    text: 'A source that backs a measure which lies on the table makes a proposal of its own: source is who backs it, position *for*, and the stage is the one the measure has reached.',
    example:
      'Talmar’s envoy says that her country will vote for the draft list: a proposal, stage *formal proposal or draft*.',
    counterExample:
      'The article only says that a draft list exists: one proposal, whose source is whoever drafted it.',
    labels: [PROPOSAL],
  },
  {
    title: 'Opposing a measure',
    text: 'Objecting to a measure, voting against it or vetoing it is a proposal with the position *against*. The action stays the one that is opposed.',
    example: '“We shall not agree to any cap on the price of gas”: impose, against.',
    counterExample:
      'A source that merely finds a measure useless makes a claim, unless it speaks out against adopting it.',
    labels: [PROPOSAL],
  },
  {
    title: 'What is in force is not a proposal',
    text: 'A measure that applies already is background. Words that would prolong, widen, tighten, ease or lift it are a proposal with that action.',
    example: '“The travel ban should run for another year”: extend or renew, for.',
    counterExample: '“Since March the company has been barred from the port”: no proposal.',
    labels: [PROPOSAL],
  },
  {
    title: 'Refusing to lift',
    text: 'Whoever says that a measure will stay makes a proposal with the action *lift* and the position *against*.',
    example: '“Nobody should expect the embargo to fall while the siege lasts”: lift, against.',
    counterExample:
      '“The embargo is still being discussed”: no position, so no proposal by itself.',
    labels: [PROPOSAL],
  },
  {
    title: 'A demand without a cost',
    text: 'Asking, urging or ordering somebody to act is neither a threat nor a claim as long as no cost is attached. It is a proposal only if what is asked for is a sanction.',
    example: '“Withdraw your boats at once”, and nothing more: leave it unmarked.',
    counterExample:
      '“Withdraw your boats, or we close the strait”: a threat, with the first half as its demand.',
    labels: [],
  },
  {
    title: 'An ultimatum threatens even without naming a cost',
    text: 'A last demand with a time limit is a threat although the cost is left unsaid: mode *unspecified*, and *ultimatum* set.',
    example:
      '“You have until midnight on Friday to hand over the hostages. We will not ask again.”',
    counterExample:
      '“The report is due on Friday”: a deadline in office life, with nobody put under pressure.',
    labels: [THREAT],
  },
  {
    title: 'Plain and veiled',
    text: 'Words that say what would happen are explicit; words that only let the target understand that something would are veiled. Both are threats.',
    example:
      '“We shall walk out of the talks” is explicit; “our patience has an end” is veiled, if the article shows that it is meant for somebody.',
    counterExample: '“These are difficult days for both sides”: no cost, not even a hidden one.',
    labels: [THREAT],
  },
  {
    title: 'A warning about what others may do',
    text: 'Where the harm would come from somebody the speaker does not steer, or from the course of things, the words are a claim of the type *prediction*.',
    example: '“Without a deal the banks will run dry by autumn”, warns a research institute.',
    counterExample: 'The central bank says that it will stop lending without a deal: a threat.',
    labels: [CLAIM, THREAT],
  },
  {
    title: 'A deed is not a threat',
    text: 'What has been carried out is no longer a threat. Where the article tells of the threat that came before it, mark those words with the time *historical*.',
    example:
      '“In spring he had vowed to cut the cable; on Sunday he did”: the first half is a threat, historical; the second is a claim at most.',
    counterExample: 'Shots fired across a bow are an event, even if they are meant to frighten.',
    labels: [THREAT],
  },
];
