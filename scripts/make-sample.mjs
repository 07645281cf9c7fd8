// @ts-check
/**
 * Makes `resources/sample-project` from `resources/sample-sources`: imports the texts, adds the
 * hand-made annotations as Lena Moor's layer, and verifies the result. Run after a build, when
 * texts, annotations or the file format change.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './setup/root.mjs';

/** The order of the articles list: the show piece first. */
const FILES = [
  'lakeside-talks-end.txt',
  'lakeside-friday.html',
  'geneva-preview-translated.txt',
  'written-answer.txt',
  'kyiv-asks-first.txt',
  'berlin-pipeline.md',
  'brussels-menu.txt',
  'moscow-denies.mhtml',
  'korean-desk.txt',
  'arabic-wire.txt',
  'long-read.txt',
];

/** @typedef {{file: string, analyst: string, label: string, quote: string, occurrence: number, attributes: Record<string, unknown>, note: string}} HandMade */
/** @typedef {{id: string, text: string, source: {record: {file: string}}, annotations: unknown[]}} Line */

/**
 * Where a quote stands in a text.
 * @param {string} text
 * @param {HandMade} made
 * @returns {[number, number]} UTF-16 code units
 */
function positionOf(text, made) {
  let at = -1;
  for (let n = 0; n < (made.occurrence ?? 1); n += 1) at = text.indexOf(made.quote, at + 1);
  if (at < 0) throw new Error(`${made.file}: no “${made.quote}”`);
  return [at, at + made.quote.length];
}

/**
 * A line of the export with its hand-made annotations.
 * @param {Line} line
 * @param {HandMade[]} all
 */
function annotated(line, all) {
  const minutes = { next: 0 };
  const annotations = all
    .filter((made) => made.file === line.source.record.file)
    .map((made, index) => {
      minutes.next += 2;
      const time = new Date(Date.UTC(2026, 9, 5, 9, minutes.next)).toISOString();
      return {
        id: `an_sample-${line.id.slice(4, 12)}-${String(index + 1).padStart(2, '0')}`,
        label: made.label,
        spans: [positionOf(line.text, made)],
        quote: [made.quote],
        analyst: made.analyst,
        attributes: made.attributes ?? {},
        note: made.note ?? '',
        origin: { kind: 'manual' },
        codebookVersion: 1,
        createdAt: time,
        updatedAt: time,
      };
    });
  return { ...line, annotations };
}

/** @param {string[]} argv */
async function verbale(...argv) {
  const { run } = await import(path.join(ROOT, 'out/main/cli.js'));
  const exit = await run(argv);
  if (exit !== 0) throw new Error(`verbale ${argv.join(' ')} ended with ${exit}`);
}

const work = mkdtempSync(path.join(tmpdir(), 'verbale-sample-'));
process.env['VERBALE_USER_DATA'] = path.join(work, 'user');
process.env['VERBALE_ANALYST'] = 'Verbale';
const sources = path.join(ROOT, 'resources/sample-sources');
const project = path.join(ROOT, 'resources/sample-project');
const lines = path.join(work, 'lines.jsonl');

rmSync(project, { recursive: true, force: true });
await verbale('new', project, '--name', 'Geneva 2022');
await verbale('import', project, ...FILES.map((file) => path.join(sources, file)));
await verbale(
  'export',
  project,
  '--format',
  'jsonl',
  '--offset-unit',
  'utf16',
  '--all',
  '--out',
  lines,
);
/** @type {HandMade[]} */
const made = JSON.parse(readFileSync(path.join(sources, 'annotations.json'), 'utf8'));
const exported = readFileSync(lines, 'utf8').trim().split('\n');
const wanted = exported.map((line) => annotated(JSON.parse(line), made));
writeFileSync(lines, `${wanted.map((line) => JSON.stringify(line)).join('\n')}\n`);
await verbale('import', project, lines);
await verbale('verify', project);
rmSync(work, { recursive: true, force: true });
