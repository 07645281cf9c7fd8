import { describe, expect, it } from 'vitest';
import { anAnnotation, anArticle, anExportArticle, aRelation } from '../testing/builders.ts';
import { aCodebook } from '../testing/codebook.ts';
import { datasetFacts, type Files, writeDataset } from '../testing/datasets.ts';
import { nastyCases } from '../testing/nasty-cases.ts';
import { OWN_NASTY_CASES } from '../testing/own-nasty-cases.ts';
import { richArticle } from '../testing/rich-cases.ts';
import { bratProblems } from '../testing/rules/brat-rules.ts';
import {
  argillaProblems,
  cardProblems,
  casJsonProblems,
  labelStudioProblems,
  tagNames,
} from '../testing/rules/json-rules.ts';
import {
  conll2003Problems,
  conlluProblems,
  webannoProblems,
} from '../testing/rules/token-rules.ts';
import {
  gateProblems,
  refiProblems,
  teiProblems,
  xmiProblems,
} from '../testing/rules/xml-rules.ts';
import { toWellFormed } from '../text/well-formed.ts';
import { conll2003 } from './conll-2003.ts';
import type { ExportArticle } from './format.ts';
import { findFormat } from './index.ts';
import { lossLog } from './loss.ts';

const FACTS = datasetFacts({ codebook: { ...aCodebook(), version: 1 } });

/** Of one analyst, with relations, in all the texts that break tools. */
const ARTICLES: readonly ExportArticle[] = [
  richArticle(),
  ...[...OWN_NASTY_CASES, ...nastyCases()].map((one) => {
    const { text } = toWellFormed(one.text);
    const annotations = one.spans.map(({ utf16, label }, index) =>
      anAnnotation(text, [utf16], { id: `a${index}`, label, articleId: one.id, note: 'Why?' }),
    );
    const [from, to] = annotations;
    return anExportArticle(text, {
      article: anArticle(text, { id: one.id, title: one.id }),
      annotations,
      relations: from === undefined || to === undefined ? [] : [aRelation(from, to, { id: 'r' })],
    });
  }),
];

function written(id: string): Files {
  const format = findFormat(id);
  if (format === undefined) throw new Error(`no format ${id}`);
  return writeDataset(format, ARTICLES, { facts: FACTS });
}

const decode = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8');

/** Files of a dataset with an extension, as text, each with the article of its name. */
function filesOf(files: Files, extension: string): (readonly [string, string, ExportArticle])[] {
  return [...files].flatMap(([path, bytes]) => {
    const name = path.slice(0, -extension.length);
    const article = ARTICLES.find((one) => one.article.id === name);
    if (!path.endsWith(extension) || article === undefined) return [];
    return [[path, decode(bytes), article] as const];
  });
}

/** Each problem with the file it is in. */
function inEach(
  files: readonly (readonly [string, string, ExportArticle])[],
  problems: (content: string, text: string, name: string) => readonly string[],
): readonly string[] {
  expect(files.map(([path]) => path)).toHaveLength(ARTICLES.length);
  return files.flatMap(([path, content, { text }]) =>
    problems(content, text, path).map((one) => `${path}: ${one}`),
  );
}

describe('brat', () => {
  const files = written('brat');
  const conf = decode(files.get('annotation.conf'));

  it('has text-bound lines that are as its parser wants them', () => {
    const found = inEach(filesOf(files, '.ann'), (ann, text, path) => {
      const txt = decode(files.get(path.replace(/ann$/, 'txt')));
      return [...(txt === text ? [] : ['text']), ...bratProblems(text, ann, conf)];
    });
    expect(found).toEqual([]);
  });

  it.each([
    'T1\tclaim 0 2\tNo\n',
    'T1\tclaim 0 3\tAna\nT1\tclaim 0 3\tAna\n',
    'T1\tnone 0 3\tAna\n',
    'T1\tclaim 0 3;2 4\tAna a\n',
    'T1\tclaim 0 99\tAna\n',
    'R1\ttargets Arg1:T1 Arg2:T2\t\n',
    'A1\tkind T9 a\n',
    '#1\tAnnotatorNotes T9\tWhy?\n',
    'T1\tclaim 0 3\tAna',
    'X1\tclaim 0 3\tAna\n',
  ])('is found wrong in %j', (ann) => {
    expect(bratProblems('Ana met Bo', ann, conf)).not.toEqual([]);
  });
});

describe('CoNLL-U', () => {
  const content = decode(written('conll-u').get(''));

  it('keeps its rules', () => {
    expect(conlluProblems(content)).toEqual([]);
    expect(content.match(/NER=B-/g)?.length).toBeGreaterThan(30);
  });

  it.each<(good: string) => string>([
    (good) => good.replace('\n2\t', '\n3\t'),
    (good) => good.replace('_\t_\t_\t', '_\t_\t'),
    (good) => good.replace(/# text = ./, '# text = '),
    (good) => good.replaceAll(/# sent_id = .*/g, '# sent_id = one'),
    (good) => good.slice(0, -1),
    (good) => good.replace('SpaceAfter=No', ''),
  ])('is found wrong where something is (%#)', (spoil) => {
    expect(conlluProblems(spoil(content))).not.toEqual([]);
  });
});

describe('CoNLL-2003', () => {
  it.each(['IOB2', 'BIOES'] as const)('has tags that follow, in %s', (scheme) => {
    const writer = conll2003.write?.(FACTS, { offsetUnit: 'utf16', scheme }, lossLog());
    const pieces = ARTICLES.flatMap((one) => [...(writer?.article(one) ?? [])]);
    const content = pieces.map(({ data }) => data as string).join('');
    expect(conll2003Problems(content, scheme)).toEqual([]);
    expect(content).toMatch(scheme === 'IOB2' ? / I-/ : / E-/);
    expect(conll2003Problems(content.replaceAll(/ B-/g, ' I-'), scheme)).not.toEqual([]);
    expect(conll2003Problems(content.replace(' _ _ ', ' '), scheme)).not.toEqual([]);
  });
});

describe('WebAnno TSV', () => {
  const all = filesOf(written('webanno-tsv'), '.tsv');

  it('has rows as its header says them, where the text has them', () => {
    expect(inEach(all, webannoProblems)).toEqual([]);
  });

  it.each<(good: string) => string>([
    (good) => good.replace('TSV 3.3', 'TSV 2'),
    (good) => good.replace(/\n1-1\t0-/, '\n1-1\t1-'),
    (good) => good.replace('\t_\t', '\t'),
    (good) => good.replace('\n1-2', '\n2-2'),
    (good) => good.replace('#Text=', '#Text=~'),
  ])('is found wrong where something is (%#)', (spoil) => {
    const [, content = '', article] = all[1] ?? [];
    expect(webannoProblems(spoil(content), article?.text ?? '')).not.toEqual([]);
  });
});

describe('CAS', () => {
  const json = filesOf(written('cas-json'), '.json');
  const files = written('cas-xmi');
  const system = decode(files.get('TypeSystem.xml'));
  const xmi = filesOf(files, '.xmi');

  it('in JSON has ids, order, types and references', () => {
    expect(inEach(json, casJsonProblems)).toEqual([]);
  });

  it.each<(good: string) => string>([
    (good) => good.replace('"%ID": 2', '"%ID": 1'),
    (good) => good.replace('"@sofa": 1', '"@sofa": 77'),
    (good) => good.replace('"identifier": "a0"', '"identity": "a0"'),
    (good) => good.replace('"%TYPE": "custom.Annotation"', '"%TYPE": "custom.Other"'),
    (good) => good.replace(/"end": \d+/, '"end": 9999'),
    (good) => good.replace('"sofaString": "', '"sofaString": "~'),
  ])('in JSON is found wrong where something is (%#)', (spoil) => {
    const [, content = '', article] = json[1] ?? [];
    expect(spoil(content)).not.toBe(content);
    expect(casJsonProblems(spoil(content), article?.text ?? '')).not.toEqual([]);
  });

  it('in XMI has ids, places, references, and a type system with all of it', () => {
    // XML has no place for these characters: the loss report counts them.
    const hasAll = ({ text }: ExportArticle): boolean => !/[\u0001-\u0008\u000b\u000c]/.test(text);
    const whole = xmi.filter(([, , article]) => hasAll(article));
    expect(whole.length).toBeGreaterThan(20);
    const found = whole.flatMap(([path, content, { text }]) =>
      xmiProblems(content, system, text).map((one) => `${path}: ${one}`),
    );
    expect(found).toEqual([]);
  });

  it.each<(good: string) => string>([
    (good) => good.replace('xmi:id="2"', 'xmi:id="1"'),
    (good) => good.replace('sofa="1"', 'sofa="77"'),
    (good) => good.replace('identifier=', 'identity='),
    (good) => good.replace('<custom:Annotation', '<custom:Other'),
    (good) => good.replace(/ end="\d+"/, ' end="9999"'),
    (good) => good.replace('members="', 'members="99 '),
  ])('in XMI is found wrong where something is (%#)', (spoil) => {
    const [, content = '', article] = xmi[1] ?? [];
    expect(spoil(content)).not.toBe(content);
    expect(xmiProblems(spoil(content), system, article?.text ?? '')).not.toEqual([]);
  });
});

describe('Label Studio', () => {
  const files = written('label-studio');
  const [content, config] = [decode(files.get('')), decode(files.get('config.xml'))];

  it('has a configuration with every name and label that its tasks use', () => {
    expect(labelStudioProblems(content, config)).toEqual([]);
    expect(content).toContain('"relation"');
  });

  it.each<(config: string) => string>([
    (good) => good.replace('<Labels name="label"', '<Labels name="other"'),
    (good) => good.replace('<Text name="text"', '<Text name="other"'),
    (good) => good.replace('<Label value="ORG"', '<Label value="other"'),
    (good) => good.replace('<Relation value="targets"', '<Relation value="other"'),
  ])('is found wrong where a name is another (%#)', (spoil) => {
    expect(spoil(config)).not.toBe(config);
    expect(labelStudioProblems(content, spoil(config))).not.toEqual([]);
  });

  it('is found wrong where words are others', () => {
    const moved = content.replace(/"start": ?(\d+)/, '"start":99');
    expect(labelStudioProblems(moved, config)).not.toEqual([]);
  });
});

describe('Argilla', () => {
  const content = decode(written('argilla').get(''));

  it('has spans that its server takes', () => {
    expect(argillaProblems(content)).toEqual([]);
    expect(argillaProblems(content.replace(/"end":\d+/, '"end":9999'))).not.toEqual([]);
  });
});

describe('GATE, TEI and REFI-QDA', () => {
  const gate = filesOf(written('gate'), '.xml');
  const tei = filesOf(written('tei'), '.xml');
  const project = written('refi-qda');
  const sources = new Map(Array.from(project, ([path, bytes]) => [path, decode(bytes)]));

  it('GATE numbers its nodes by the text', () => {
    const hasAll = ({ text }: ExportArticle): boolean => !/[\u0001-\u0008\u000b\u000c]/.test(text);
    const whole = gate.filter(([, , article]) => hasAll(article));
    expect(whole.length).toBeGreaterThan(20);
    const found = whole.flatMap(([path, content, { text }]) =>
      gateProblems(content, text).map((one) => `${path}: ${one}`),
    );
    expect(found).toEqual([]);
    const [, content = '', article] = gate[1] ?? [];
    expect(
      gateProblems(content.replace('Node id="0"', 'Node id="1"'), article?.text ?? ''),
    ).not.toEqual([]);
  });

  it('TEI has pointers that lead somewhere', () => {
    expect(inEach(tei, teiProblems)).toEqual([]);
    const [, content = ''] = tei[1] ?? [];
    expect(teiProblems(content.replace('from="#', 'from="#no'))).not.toEqual([]);
  });

  it('REFI-QDA has its sources, and selections that lie in them', () => {
    const qde = sources.get('project.qde') ?? '';
    expect(refiProblems(qde, sources)).toEqual([]);
    expect(refiProblems(qde, new Map())).not.toEqual([]);
    expect(
      refiProblems(qde.replace(/endPosition="\d+"/, 'endPosition="999"'), sources),
    ).not.toEqual([]);
  });
});

describe('Hugging Face', () => {
  it.each(['huggingface', 'huggingface-parquet'])('%s: the card names what is there', (id) => {
    const files = written(id);
    const card = decode(files.get('README.md'));
    expect(cardProblems(card, new Set(files.keys()))).toEqual([]);
    expect(cardProblems(card, new Set())).not.toEqual([]);
    expect(cardProblems('# No card', new Set())).not.toEqual([]);
  });

  it('its tags are numbers of the classes in the card, and follow each other', () => {
    const files = written('huggingface');
    const names = tagNames(decode(files.get('README.md')));
    const lines = decode(files.get('data/train.jsonl')).trimEnd().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as { tokens: string[]; ner_tags: number[] });
    const columns = rows.map(({ tokens, ner_tags }) => {
      expect(ner_tags).toHaveLength(tokens.length);
      return ner_tags.map((tag) => `x _ _ ${(names[tag] ?? '?').replaceAll(' ', '_')}\n`).join('');
    });
    expect(names[0]).toBe('O');
    expect(conll2003Problems(`${columns.join('\n')}\n`, 'IOB2')).toEqual([]);
  });
});
