import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Verbale } from './command-line.ts';

/** Two labels that may be linked in few ways: so that some relations are refused. */
const CODEBOOK = `format: verbale-codebook
version: 1
name: Who said what
labels:
  - id: claim
    name: Claim
    letter: C
    hue: blue
    pattern: single
    shortcut: "1"
  - id: actor
    name: Actor
    letter: A
    hue: grey
    pattern: dotted
    shortcut: "2"
    helper: true
relationTypes:
  - id: supports
    name: Supports
    from: [claim]
    to: [claim]
  - id: attacks
    name: Attacks
    from: [claim]
    to: [claim]
  - id: said_by
    name: Said by
    from: [claim]
    to: [actor]
`;

const FIRST = 'Harbour fees rose by a third in spring.';
const SECOND = 'No captain paid more than last year.';
const ACTOR = 'The port office';
const LAST = 'Fees will be halved before winter.';
const FILLING = Array.from(
  { length: 40 },
  (_, index) =>
    `Paragraph ${String(index + 1)} goes on about ships that wait, load and leave again.`,
);
const TEXT = [
  'Harbour fees again',
  `${ACTOR} kept its books shut. ${FIRST} ${SECOND}`,
  ...FILLING,
  LAST,
  '',
].join('\n\n');

/** The words that are marked: three claims, the last one far below, and an actor. */
export const LINKED = { first: FIRST, second: SECOND, actor: ACTOR, last: LAST } as const;

function annotation(id: string, label: string, quote: string) {
  const start = TEXT.indexOf(quote);
  const spans = [[start, start + quote.length]];
  return { id, label, spans, quote: [quote], analyst: 'Lena Moor', attributes: {} };
}

/** Makes a project with one article in which three claims and an actor are marked; answers its folder. */
export async function linkedProject(scratch: string, verbale: Verbale): Promise<string> {
  const codebook = path.join(scratch, 'who-said-what.yaml');
  const article = path.join(scratch, 'harbour.jsonl');
  const folder = path.join(scratch, 'Harbour.verbale');
  await writeFile(codebook, CODEBOOK);
  const line = {
    format: 'verbale-jsonl',
    version: 1,
    id: 'art-harbour',
    title: 'Harbour fees again',
    text: TEXT,
    offsetUnit: 'utf16',
    annotations: [
      annotation('an-actor', 'Actor', ACTOR),
      annotation('an-first', 'Claim', FIRST),
      annotation('an-second', 'Claim', SECOND),
      annotation('an-last', 'Claim', LAST),
    ],
  };
  await writeFile(article, `${JSON.stringify(line)}\n`);
  for (const argv of [
    ['new', folder, '--codebook', codebook],
    ['import', folder, article],
  ]) {
    const ended = await verbale(...argv, '--json');
    expect(ended, ended.stderr).toMatchObject({ exit: 0 });
  }
  return folder;
}
