import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { analystId } from '../../core/model/analyst.ts';
import type { Json, JsonObject } from '../../core/model/json.ts';
import { seeded } from '../../core/testing/seeded.ts';
import type { Input, Output } from '../../ipc/contract.ts';
import { type Desk, startDesk, valueOf } from './testing/desk.ts';
import { exportAsked } from './testing/export-asked.ts';

const ARTICLES = 500;
/** In an article: claims of two analysts, two actors of each. */
const CLAIMS = 16;
const ACTORS = 4;

interface Line {
  readonly id: string;
  readonly annotations: readonly Marked[];
  readonly relations: readonly Linked[];
}

interface Marked {
  readonly id: string;
  readonly label: string;
  readonly quote: readonly string[];
  readonly analyst: string;
  readonly attributes: JsonObject;
  readonly updatedAt?: string;
  readonly codebookVersion?: number;
}

interface Linked {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly analyst: string;
  readonly updatedAt?: string;
}

const random = seeded(20_261_122);
const oneOf = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];

function answers(actor: string): JsonObject {
  const maybe = (name: string, value: Json | undefined): JsonObject =>
    value === undefined || random() < 0.4 ? {} : { [name]: value };
  return {
    claim_type: oneOf(['quantity', 'event_or_state', 'denial']) ?? null,
    source: oneOf<Json>([[{ annotation: actor }], [{ text: 'A reader' }]]) ?? null,
    ...maybe('attribution', oneOf(['author_voice', 'direct_quote'])),
    ...maybe('certainty', oneOf(['certain', 'possible'])),
    ...maybe('contexts', oneOf([['legal'], ['legal', 'other'], ['cyber']])),
    ...maybe('when', 'in spring'),
    ...maybe('negated', true),
  };
}

/** An article of numbered words, marked by two people, with links of three types. */
function article(number: number): string {
  const words = Array.from({ length: CLAIMS + ACTORS }, (_, n) => `word${number}x${n}`);
  const text = `${words.join(' ')} end\n`;
  const annotations = words.map((word, n) => {
    const start = text.indexOf(`${word} `);
    const analyst = n % 2 === 0 ? 'Ana' : 'Ben';
    const isActor = n >= CLAIMS;
    return {
      id: `an-${number}-${n}`,
      label: isActor ? 'Actor' : 'Claim',
      spans: [[start, start + word.length]],
      quote: [word],
      analyst,
      attributes: isActor ? {} : answers(`an-${number}-${CLAIMS + (n % 2)}`),
    };
  });
  const relation = (n: number, type: string, from: number, to: number) => ({
    id: `r-${number}-${n}`,
    type,
    from: `an-${number}-${from}`,
    to: `an-${number}-${to}`,
    analyst: 'Ana',
  });
  const relations = [
    relation(0, 'targets', 0, CLAIMS),
    relation(1, 'contradicts', 2, 4),
    relation(2, 'supports', 4, 6),
    relation(3, 'contradicts', 8, CLAIMS),
  ];
  const head = { format: 'verbale-jsonl', version: 1, id: `art-${number}`, offsetUnit: 'utf16' };
  return JSON.stringify({ ...head, title: `Article ${number}`, text, annotations, relations });
}

async function newProject(): Promise<Desk> {
  const desk = await startDesk();
  desk.answers.newProject = path.join(desk.dir, 'edits.verbale');
  valueOf(await desk.call('project.create', { name: 'Edits' }));
  const file = path.join(desk.dir, 'edits.jsonl');
  await writeFile(file, Array.from({ length: ARTICLES }, (_, n) => article(n)).join('\n'));
  const { batch } = valueOf(await desk.call('import.read', { paths: [file] }));
  await expect
    .poll(() => desk.events.some((event) => event.type === 'import' && event.finished), {
      timeout: 120_000,
    })
    .toBe(true);
  const { result } = valueOf(await desk.call('import.apply', { batch, items: [{ key: '0' }] }));
  expect([result.imported.length, result.failed]).toEqual([ARTICLES, []]);
  return desk;
}

async function exported(desk: Desk, name: string): Promise<string> {
  desk.answers.save = path.join(desk.dir, name);
  valueOf(await desk.call('export.write', exportAsked('jsonl', 'codePoint')));
  return readFile(desk.answers.save, 'utf8');
}

function linesOf(text: string): Line[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

type Content = Omit<Output<'codebook.read'>['codebook'], 'version'>;

/**
 * The edits of one publication: a label renamed, one removed, two values merged, one removed, an
 * attribute under another id, one removed, one renamed, a relation type replaced, one removed.
 */
function edited(content: Content): Content {
  const attributes = content.attributes.flatMap((one) => {
    if (one.id === 'when') return [];
    if (one.id === 'certainty') return [{ ...one, id: 'wording_certainty' }];
    if (one.id === 'negated') return [{ ...one, name: 'Ruled out' }];
    const gone = { claim_type: 'quantity', attribution: 'author_voice', contexts: 'other' }[one.id];
    return [{ ...one, values: one.values.filter(({ id }) => id !== gone) }];
  });
  const forActors = ({ to }: { readonly to: readonly string[] }) => to.includes('actor');
  return {
    ...content,
    labels: content.labels
      .filter(({ id }) => id !== 'actor')
      .map((one) => (one.id === 'claim' ? { ...one, name: 'Assertion' } : one)),
    attributes,
    relationTypes: content.relationTypes.filter(
      (type) => type.id !== 'contradicts' && !forActors(type),
    ),
    rules: content.rules.filter(({ labels }) => !labels.includes('actor')),
  };
}

const CHOICES: Input<'codebook.plan'>['choices'] = {
  labels: { actor: { do: 'remove' } },
  attributes: {
    when: { do: 'remove' },
    certainty: { do: 'replace', with: 'wording_certainty' },
  },
  values: {
    claim_type: { quantity: { do: 'replace', with: 'event_or_state' } },
    attribution: { author_voice: { do: 'remove' } },
    contexts: { other: { do: 'replace', with: 'legal' } },
  },
  relationTypes: { targets: { do: 'remove' }, contradicts: { do: 'replace', with: 'responds_to' } },
};

/** What the plan should say is in use, counted from the export alone. */
function counted(
  lines: readonly Line[],
  holders: (line: Line) => readonly { readonly analyst: string }[],
) {
  const found = lines.map(holders);
  const byAnalyst: Record<string, number> = {};
  for (const { analyst } of found.flat()) {
    byAnalyst[analystId(analyst)] = (byAnalyst[analystId(analyst)] ?? 0) + 1;
  }
  return {
    count: found.flat().length,
    articles: found.filter((one) => one.length > 0).length,
    byAnalyst,
  };
}

const answered =
  (name: string, wanted?: string) =>
  ({ annotations }: Line): Marked[] =>
    annotations.filter(({ attributes }) => {
      const value = attributes[name];
      if (wanted === undefined) return value !== undefined;
      return Array.isArray(value) ? value.includes(wanted) : value === wanted;
    });

/** The answers as the edits leave them, worked out from the export alone. */
function answersAfter(attributes: JsonObject, quotes: ReadonlyMap<string, string>): JsonObject {
  const after = Object.entries(attributes).flatMap(([name, value]): [string, Json][] => {
    if (name === 'when') return [];
    if (name === 'certainty') return [['wording_certainty', value]];
    if (name === 'attribution' && value === 'author_voice') return [];
    if (name === 'claim_type' && value === 'quantity') return [[name, 'event_or_state']];
    if (name === 'contexts' && Array.isArray(value)) {
      return [
        [
          name,
          [...new Set((value as readonly Json[]).map((one) => (one === 'other' ? 'legal' : one)))],
        ],
      ];
    }
    if (name !== 'source' || !Array.isArray(value)) return [[name, value]];
    const words = (value as readonly JsonObject[]).map((one): Json => {
      return typeof one['annotation'] === 'string'
        ? { text: quotes.get(one['annotation']) ?? '' }
        : one;
    });
    return [[name, words]];
  });
  return Object.fromEntries(after.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A line as the edits leave it; what they touch is without its time and version. */
function lineAfter(line: Line): Line {
  const quotes = new Map(line.annotations.map(({ id, quote }) => [id, quote.join(' … ')]));
  const gone = new Set(
    line.annotations.filter(({ label }) => label === 'Actor').map(({ id }) => id),
  );
  return {
    ...line,
    annotations: line.annotations
      .filter(({ id }) => !gone.has(id))
      .map((one) => ({
        ...one,
        label: one.label === 'Claim' ? 'Assertion' : one.label,
        attributes: answersAfter(one.attributes, quotes),
      })),
    relations: line.relations
      .filter(({ from, to, type }) => type !== 'targets' && !gone.has(from) && !gone.has(to))
      .map((one) => (one.type === 'contradicts' ? { ...one, type: 'responds_to' } : one)),
  };
}

const sorted = (attributes: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(attributes).toSorted(([a], [b]) => (a < b ? -1 : 1)));
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Fails unless annotations changed by the edits alone; answers how many they touched. */
function compareAnnotations(before: Line, wanted: Line, after: Line): number {
  const old = new Map(before.annotations.map(({ id, attributes }) => [id, sorted(attributes)]));
  expect(after.annotations.map(({ id }) => id)).toEqual(wanted.annotations.map(({ id }) => id));
  const touched = wanted.annotations.filter(({ id, attributes }, index) => {
    const isTouched = !isSame(old.get(id), attributes);
    const { updatedAt, codebookVersion, ...found } = after.annotations[index] ?? EMPTY;
    // What a change does not touch keeps even its time.
    const free = isTouched ? { updatedAt, codebookVersion } : {};
    const one = wanted.annotations[index];
    expect({ ...found, updatedAt, codebookVersion, attributes: sorted(found.attributes) }).toEqual({
      ...one,
      ...free,
    });
    return isTouched;
  });
  return touched.length;
}

const EMPTY: Marked = { id: '', label: '', quote: [], analyst: '', attributes: {} };

/** The same for relations. */
function compareRelations(before: Line, wanted: Line, after: Line): number {
  const old = new Map(before.relations.map(({ id, type }) => [id, type]));
  const isTouched = ({ id, type }: Linked): boolean => old.get(id) !== type;
  const now = after.relations.map((one, index) =>
    isTouched(one) ? { ...one, updatedAt: wanted.relations[index]?.updatedAt } : one,
  );
  expect(now).toEqual(wanted.relations);
  return wanted.relations.filter(isTouched).length;
}

/** Fails unless one line became the other by the edits alone; answers how much of it they touched. */
function compareLine(before: Line, after: Line): { annotations: number; relations: number } {
  const wanted = lineAfter(before);
  const rest = ({ annotations: _a, relations: _r, ...others }: Line) => others;
  expect(rest(after)).toEqual(rest(before));
  return {
    annotations: compareAnnotations(before, wanted, after),
    relations: compareRelations(before, wanted, after),
  };
}

function expectTouches(plan: Output<'codebook.plan'>, before: readonly Line[]): void {
  const related = (type: string) => (line: Line) =>
    line.relations.filter((one) => one.type === type);
  const touch = (
    what: string,
    id: string,
    use: ReturnType<typeof counted>,
    attribute?: string,
  ) => ({
    what,
    id,
    ...(attribute === undefined ? {} : { attribute }),
    ...use,
  });
  const use = (name: string, value?: string) => counted(before, answered(name, value));
  const actors = ({ annotations }: Line) => annotations.filter(({ label }) => label === 'Actor');
  expect(
    plan.touches.map(({ what, id, attribute, count, articles, byAnalyst }) =>
      touch(what, id, { count, articles, byAnalyst: { ...byAnalyst } }, attribute),
    ),
  ).toEqual([
    touch('label', 'actor', counted(before, actors)),
    touch('attribute', 'certainty', use('certainty')),
    touch('attribute', 'when', use('when')),
    touch('value', 'quantity', use('claim_type', 'quantity'), 'claim_type'),
    touch('value', 'author_voice', use('attribution', 'author_voice'), 'attribution'),
    touch('value', 'other', use('contexts', 'other'), 'contexts'),
    touch('relationType', 'contradicts', counted(before, related('contradicts'))),
    touch('relationType', 'targets', counted(before, related('targets'))),
  ]);
}

test('ten thousand annotations change in just what the preview said, in one step, and back', async () => {
  const desk = await newProject();
  const before = await exported(desk, 'before.jsonl');
  const lines = linesOf(before);
  expect(lines.flatMap(({ annotations }) => annotations)).toHaveLength(10_000);
  const { codebook } = valueOf(await desk.call('codebook.read', {}));
  const { version: base, ...content } = codebook;
  const proposal = { base, next: edited(content), choices: CHOICES };
  const plan = valueOf(await desk.call('codebook.plan', proposal));
  expect(plan.problems).toEqual([]);
  expectTouches(plan, lines);
  expect(plan.changes.map(({ words }) => words)).toEqual(
    expect.arrayContaining(['Label “Claim” is now called “Assertion”']),
  );
  // To look is not to touch.
  expect((await exported(desk, 'looked.jsonl')) === before).toBe(true);

  const done = valueOf(await desk.call('codebook.publish', { ...proposal, summary: 'Plainer' }));
  expect(done.plan).toEqual(plan);
  const after = linesOf(await exported(desk, 'after.jsonl'));
  expect(after).toHaveLength(lines.length);
  const touched = { annotations: 0, relations: 0, gone: 0, unlinked: 0 };
  for (const [index, line] of lines.entries()) {
    const now = after[index];
    if (now === undefined) throw new Error('a line is gone');
    const one = compareLine(line, now);
    touched.annotations += one.annotations;
    touched.relations += one.relations;
    touched.gone += line.annotations.length - now.annotations.length;
    touched.unlinked += line.relations.length - now.relations.length;
  }
  expect(plan).toMatchObject({
    ready: true,
    annotationsRemoved: touched.gone,
    annotationsChanged: touched.annotations,
    relationsRemoved: touched.unlinked,
    relationsChanged: touched.relations,
  });
  expect(touched.gone).toBe(ARTICLES * ACTORS);
  expect(touched.annotations).toBeGreaterThan(ARTICLES * CLAIMS * 0.5);

  valueOf(await desk.call('history.undo', {}));
  expect((await exported(desk, 'back.jsonl')) === before).toBe(true);
  expect(valueOf(await desk.call('codebook.read', {})).codebook).toEqual(codebook);
  await desk.close();
  expect(desk.bugs).toEqual([]);
}, 300_000);
