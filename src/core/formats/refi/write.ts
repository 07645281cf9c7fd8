import { strToU8 } from 'fflate';
import type { Json } from '../../model/json.ts';
import { offsetConverter } from '../../text/offsets.ts';
import { canonical, jsonLine } from '../canonical-json.ts';
import type { Capabilities } from '../capabilities.ts';
import type { DatasetFacts, ExportArticle, Writer } from '../format.ts';
import type { LossLog } from '../loss.ts';
import { annotationFields, articleFields } from '../native-fields.ts';
import { type PlacedAnnotation, placeAnnotation } from '../place-annotation.ts';
import { type Spool, spool } from '../spool.ts';
import { loseUnsupported } from '../unsupported.ts';
import { attributesLine, relationsAmong, type WriteContext } from '../write-parts.ts';
import { element, escapeText, startTag, XML_HEAD, xmlText } from '../xml.ts';
import { COLOURS } from './colours.ts';
import { guidFor } from './guid.ts';

/** What a REFI-QDA project holds. */
export const QDA_CAN: Capabilities = {
  overlap: true,
  discontinuous: true,
  zeroWidth: true,
  relations: true,
  attributes: true,
  analysts: true,
  documentLabels: false,
};

/** Before the fields that Verbale keeps in a description, which other tools show as text. */
export const DESCRIPTION = 'verbale ';
const NAMESPACE = 'urn:QDA-XML:project:1.0';
const LONGEST_NAME = 200;

/**
 * What is gathered, packed, until the project can be written in the order that its schema demands: codes
 * before sources, and those before all notes.
 */
interface Project {
  readonly facts: DatasetFacts;
  /** Elements by GUID, in the order in which they came. */
  readonly users: Map<string, string>;
  readonly codes: Map<string, string>;
  /** Elements of which there are as many as articles or annotations, a line each. */
  readonly sources: Spool;
  readonly notes: Spool;
  readonly links: Spool;
}

function guidOf({ sha256 }: DatasetFacts, ...words: readonly string[]): string {
  return guidFor(sha256, words);
}

function addLine(to: Spool, line: string): void {
  to.add(strToU8(`${line}\n`));
}

function user({ facts, users }: Project, id: string, name: string): string {
  const guid = guidOf(facts, 'user', id);
  users.set(guid, element('User', { guid, name }));
  return guid;
}

function code({ facts, codes }: Project, name: string): string {
  const guid = guidOf(facts, 'code', name);
  const label = facts.codebook.labels.find((one) => one.name === name);
  const color = label === undefined ? undefined : COLOURS[label.hue];
  const definition = label?.definition ?? '';
  const described = definition === '' ? '' : element('Description', {}, escapeText(definition));
  codes.set(guid, element('Code', { guid, name, isCodable: 'true', color }, described));
  return guid;
}

function description(fields: Json): string {
  return element('Description', {}, escapeText(`${DESCRIPTION}${jsonLine(canonical(fields))}`));
}

function note(project: Project, guid: string, by: string, text: string, at: string): string {
  const head = { guid, name: text.slice(0, 40), creatingUser: by, creationDateTime: at };
  const content = element('PlainTextContent', {}, escapeText(text));
  addLine(project.notes, element('Note', head, content));
  return element('NoteRef', { targetGUID: guid });
}

/** Selections of one annotation, one for each part; the GUID of the first stands for it. */
function selections(
  placed: PlacedAnnotation,
  project: Project,
  context: WriteContext,
): { readonly guid: string; readonly xml: string } {
  const { annotation, spans, quote } = placed;
  const { from } = context;
  // What attributes point to is told in UTF-16: only Verbale reads it.
  const utf16 = { ...context, converter: offsetConverter(from.text, 'utf16') };
  const { articleId, analyst, id, createdAt, updatedAt } = annotation;
  const by = user(project, analyst, from.analystName(analyst));
  const guids = spans.map((_, part) =>
    guidOf(project.facts, 'selection', articleId, analyst, id, String(part)),
  );
  const targetGUID = code(project, from.labelName(annotation.label));
  const xml = spans.map(([startPosition, endPosition], part) => {
    const guid = guids[part] ?? '';
    const fields: Json = {
      ...(annotationFields(annotation, from.analystName) as Record<string, Json>),
      attributes: attributesLine(annotation, utf16),
      ...(spans.length === 1 ? {} : { part }),
      ...(part === 0 && xmlText(annotation.note).count > 0 ? { note: annotation.note } : {}),
    };
    const coding = guidOf(project.facts, 'coding', guid);
    const words = quote[part] ?? '';
    const isShown = xmlText(words).count === 0 && words.length <= LONGEST_NAME && words !== '';
    const inside = [
      description(fields),
      element(
        'Coding',
        { guid: coding, creatingUser: by, creationDateTime: createdAt },
        element('CodeRef', { targetGUID }),
      ),
      part === 0 && annotation.note !== ''
        ? note(project, guidOf(project.facts, 'note', guid), by, annotation.note, updatedAt)
        : '',
    ];
    return element(
      'PlainTextSelection',
      {
        guid,
        name: isShown ? words : undefined,
        startPosition,
        endPosition,
        creatingUser: by,
        creationDateTime: createdAt,
        modifyingUser: by,
        modifiedDateTime: updatedAt,
      },
      inside.join(''),
    );
  });
  return { guid: guids[0] ?? '', xml: `${xml.join('\n')}\n` };
}

function addLinks(
  placed: readonly PlacedAnnotation[],
  guids: ReadonlyMap<string, string>,
  { facts, links }: Project,
  context: WriteContext,
): void {
  for (const { articleId, analyst, id, type, from, to } of relationsAmong(placed, context)) {
    const [originGUID, targetGUID] = [from, to].map((end) =>
      guids.get(JSON.stringify([analyst, end])),
    );
    const guid = guidOf(facts, 'link', articleId, analyst, id);
    const ends = { originGUID, targetGUID };
    addLine(links, element('Link', { guid, name: type, direction: 'OneWay', ...ends }));
  }
}

function addSource(from: ExportArticle, project: Project, losses: LossLog): string {
  loseUnsupported(
    from,
    QDA_CAN,
    { articlesWithoutAnnotations: true, notes: true, confidence: true },
    losses,
  );
  const converter = offsetConverter(from.text, 'codePoint');
  const context = { from, converter, losses };
  const placed = from.annotations.flatMap(
    (one) => placeAnnotation(one, from.text, converter, losses) ?? [],
  );
  const guids = new Map<string, string>();
  const parts = placed.map((one) => {
    const { guid, xml } = selections(one, project, context);
    guids.set(JSON.stringify([one.annotation.analyst, one.annotation.id]), guid);
    losses.wrote();
    return xml;
  });
  addLinks(placed, guids, project, context);
  const guid = guidOf(project.facts, 'source', from.article.id);
  const head = { guid, name: from.article.title, plainTextPath: `internal://${guid}.txt` };
  const inside = `${description(articleFields(from.article))}\n${parts.join('')}`;
  addLine(project.sources, element('TextSource', head, inside));
  return guid;
}

/** A list and the lines in it; nothing where there are none. */
function* list(name: string, lines: Spool): Generator<Uint8Array> {
  if (lines.count() === 0) return;
  yield strToU8(`${startTag(name, {})}\n`);
  yield* lines.blocks();
  yield strToU8(`</${name}>\n`);
}

function shortList(name: string, elements: ReadonlyMap<string, string>): string {
  const inside = [...elements.values()].join('\n');
  return inside === '' ? '' : `${element(name, {}, `\n${inside}\n`)}\n`;
}

/** The project file, some of it at a time. */
function* projectXml(project: Project): Generator<Uint8Array> {
  const { facts, users, codes, sources, notes, links } = project;
  const root = {
    xmlns: NAMESPACE,
    name: facts.name,
    origin: facts.tool,
    creationDateTime: facts.at,
  };
  const book = shortList('Codes', codes);
  const head = [
    XML_HEAD,
    startTag('Project', root),
    '\n',
    shortList('Users', users),
    book === '' ? '' : `${element('CodeBook', {}, book)}\n`,
  ];
  yield strToU8(head.join(''));
  yield* list('Sources', sources);
  yield* list('Notes', notes);
  yield* list('Links', links);
  yield strToU8('</Project>\n');
}

/** Writes a project for NVivo, MAXQDA, ATLAS.ti and others; the texts lie in it as files. */
export const writeRefiQda: Writer = (facts, _options, losses) => {
  const project: Project = {
    facts,
    users: new Map(),
    codes: new Map(),
    sources: spool(),
    notes: spool(),
    links: spool(),
  };
  for (const { id, name } of facts.analysts) user(project, id, name);
  for (const label of facts.codebook.labels) code(project, label.name);
  return {
    *article(from) {
      const guid = addSource(from, project, losses);
      yield { path: `sources/${guid}.txt`, data: from.text };
    },
    *end() {
      for (const data of projectXml(project)) yield { path: 'project.qde', data };
    },
  };
};
