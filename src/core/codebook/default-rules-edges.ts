import { CLAIM, PROPOSAL, type RuleDraft, THREAT } from './default-rule-draft.ts';

/** Rules 15 to 27: what is ruled out, who speaks, what only looks like an act, and ties. */
export const RULES_ON_EDGES: readonly RuleDraft[] = [
  {
    title: 'Ruling something out',
    text: 'A source that rules a cost out makes a threat with *negated* set. A team that does not want these turns the attribute off and leaves the words alone; decide once for the whole project.',
    example: '“We will not use troops to reopen the pass”: a threat by force, negated.',
    counterExample: '“No troops have been sent”: a claim about what is the case.',
    labels: [THREAT],
  },
  {
    title: 'Expecting sanctions is not proposing them',
    text: 'An observer, or a voice without a name, that reckons with sanctions makes a claim of the type *prediction*. A proposal needs somebody who asks for them, prepares them or speaks against them.',
    example: 'A trader expects that the next round will hit fertiliser: a claim, prediction.',
    counterExample: 'An official, unnamed, says that her office is drafting the list: a proposal.',
    labels: [CLAIM, PROPOSAL],
  },
  {
    title: 'Accusation, or established fact',
    text: 'Saying that somebody did wrong is a claim of the type *accusation*. Once a court has found so, it is *event or state*, and the court is the source.',
    example: '“The firm paid the rebels”, says the opposition: accusation.',
    counterExample: 'The court of Ostmark convicted the firm of paying the rebels: event or state.',
    labels: [CLAIM],
  },
  {
    title: 'Opinion, praise and questions',
    text: 'Judgements of taste or worth, praise, wishes and questions are nothing. A team that trains a classifier may add a label for them; the default codebook has none.',
    example: '“A shameful evening for this house”: unmarked.',
    counterExample:
      '“Shameful: they voted with eleven members absent”: the number of absent members is a claim.',
    labels: [CLAIM],
  },
  {
    title: 'Predictions are kept',
    text: 'A statement about the future is a claim although nobody can check it today. Give it the type *prediction* and the verifiability *not yet*, so that a study can leave predictions out.',
    example: '“Grain will cost twice as much next year.”',
    counterExample:
      '“We will double the price of grain”, says the board that sets it: see rule 27.',
    labels: [CLAIM],
  },
  {
    title: 'What the article says by itself',
    text: 'A statement that the article makes without naming anybody counts, with the attribution *voice of the author*; leave the source empty of names and write the paper. A study that wants only quoted sources filters by attribution.',
    example: '“The harvest failed for the third time”, as plain narration.',
    counterExample: 'Introducing a person by office and age is not worth an annotation.',
    labels: [],
  },
  {
    title: 'A quotation inside a quotation',
    text: 'The source is the innermost speaker, whose words they are. Put the chain by which they reached the article into the note.',
    example:
      'The envoy says the king told her that the dam would be blown up: the king is the source.',
    counterExample:
      'The envoy says that she fears for the dam: she is the source, the king is not.',
    labels: [],
  },
  {
    title: 'Several actors, one annotation',
    text: 'Several who speak together, or at whom one act is aimed, make one annotation with a list of actors, not one annotation for each pair.',
    example: '“Norvia and Talmar warned three ports”: one threat, two sources, three targets.',
    counterExample: 'Norvia warns on Monday, Talmar on Tuesday, in words of its own: two threats.',
    labels: [],
  },
  {
    title: 'Repetition within an article',
    text: 'An act that comes again in headline, opening and body is annotated each time. Link the later ones to the first with *same as*.',
    example: 'The headline shortens the threat that the fifth paragraph quotes: two, linked.',
    counterExample: 'A bare “the threat” in a later paragraph refers to it and is not marked.',
    labels: [],
  },
  {
    title: 'False friends of “sanction”',
    text: 'To sanction can mean to approve. Bans by sports bodies, fines by courts and penalties within a company or a contract are not restrictive measures of policy. Mark nothing.',
    example: '“The committee sanctioned the purchase”; “the striker is banned for two matches”.',
    counterExample:
      'A sports body shuts a country out because of its war: a proposal, measure *sport or culture*, until it is in force.',
    labels: [PROPOSAL],
  },
  {
    title: 'Tariffs',
    text: 'A tariff counts only where the article presents it as pressure or punishment. Set *trade dispute* where the quarrel is about trade itself.',
    example: '“Until the journalists are free, their steel will pay forty per cent more.”',
    counterExample: 'A tariff raised to shelter a new industry at home: nothing.',
    labels: [PROPOSAL, THREAT],
  },
  {
    title: 'Visas and expulsions',
    text: 'Refusing visas and expelling people follow rules 4 and 5 as long as they are announced or asked for. Once done, they are events.',
    example:
      '“Their consuls should pack”, demands a party leader: a proposal, measure *diplomatic*.',
    counterExample: '“Two consuls left the country on Thursday after being expelled.”',
    labels: [PROPOSAL, THREAT],
  },
  {
    title: 'When two labels remain',
    text: 'Ask who can do it and to whom it is said. The speaker can, and says it to the target: threat. It is said to those who would adopt it: proposal. Otherwise: claim. Set the confidence to *low* and write a comment.',
    example:
      'A minister tells her parliament that shipyards should lose their licences: she speaks to those who decide, so it is a proposal.',
    counterExample: 'The same minister writes it to the shipyards: a threat.',
    labels: [],
  },
];
