import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportedFiles, importFiles } from './import-files.ts';
import { createWorkspace } from './open-workspace.ts';
import { articlesOf } from './project-view.ts';
import { readHere } from './testing/read-here.ts';
import type { Workspace } from './workspace.ts';

const SAMPLES = new URL('../../../../shared/samples/', import.meta.url).pathname;
const NOW = Date.parse('2026-11-22T10:00:00.000Z');

/** How many articles and annotations a file brings. */
type Brings = readonly [articles: number, annotations: number];

/**
 * The sound ones. Counted in the files themselves: `T` lines of brat, `B-` tags, spans, elements;
 * tokens and sentences are no annotations.
 */
const SOUND: Readonly<Record<string, Brings>> = {
  'argilla/records_shape_made_here.json': [1, 2],
  'article-inputs/A_KAE.mhtml': [1, 0],
  'article-inputs/BlogEntry.html': [1, 0],
  'article-inputs/PDFBOX-3044-010197-p5-ligatures.pdf': [1, 0],
  'article-inputs/footnotes.docx': [1, 0],
  'article-inputs/hello3.pdf': [1, 0],
  'article-inputs/inception-text.docx': [1, 0],
  'article-inputs/made_here.eml': [1, 0],
  'article-inputs/made_here.mbox': [2, 0],
  'article-inputs/made_here.warc.gz': [1, 0],
  'article-inputs/made_here_rss.xml': [1, 0],
  'article-inputs/openoffice-test-document.pdf': [1, 0],
  'article-inputs/strict-format.docx': [1, 0],
  'article-inputs/tables.docx': [1, 0],
  'article-inputs/utf8-bom.docx': [1, 0],
  'brat/060-relation_annotation.ann': [1, 10],
  'brat/060-relation_annotation.txt': [1, 0],
  'brat/080-event-annotation.ann': [1, 21],
  'brat/080-event-annotation.txt': [1, 0],
  'brat/110-note_annotation.ann': [1, 14],
  'brat/110-note_annotation.txt': [1, 0],
  'brat/b105.ann': [1, 239],
  'brat/b105.txt': [1, 0],
  'conll/casdiff-spanLabel-user1.conll': [1, 0],
  'conll/casdiff-spanLabel-user2.conll': [1, 0],
  'conll/conll2000-chunk-head400.conll': [1, 44],
  'conll/empty-nodes.conllu': [1, 0],
  'conll/example.conll': [1, 2],
  'conll/labeling.trailing.conll': [1, 2],
  'conll/layered-features.conllu': [1, 0],
  'conll/maximal-empty-node.conllu': [1, 0],
  'conll/minimal-empty-node.conllu': [1, 0],
  'conll/multiple-features.conllu': [1, 0],
  'conll/ner-sent-per-line.iob': [1, 7],
  'conll/ner-token-per-line-conll2003.iob': [1, 7],
  'conll/ner-token-per-line-with-pos.iob': [1, 7],
  'conll/ner-token-per-line.iob': [1, 7],
  'conll/nmod-obl.conllu': [1, 0],
  'conll/tanl.conllu': [1, 0],
  'conll/whitespace.conllu': [1, 0],
  'doccano/example.conll': [1, 2],
  'doccano/example.utf16.csv': [3, 0],
  'doccano/export_relation_extraction.json': [1, 4],
  'doccano/labeling.trailing.conll': [1, 2],
  'doccano/old_v1_labeling.jsonl': [3, 5],
  'doccano/old_v1_text_label.jsonl': [2, 11],
  'doccano/textclass.jsonl': [3, 0],
  'gate/beijing-opera-trimmed.xml': [1, 5],
  'huggingface/made_here_nested_list.parquet': [2, 1],
  'iptc/ninjs-3.0-simple-text.json': [1, 0],
  'label-studio/converter_output_of_ner_made_here/CONLL2003/result.conll': [1, 4],
  'label-studio/converter_output_of_ner_made_here/CSV/result.csv': [1, 0],
  'label-studio/converter_output_of_ner_made_here/JSON/result.json': [1, 5],
  'label-studio/converter_output_of_ner_made_here/JSON_MIN/result.json': [1, 4],
  'label-studio/converter_output_of_ner_made_here/TSV/result.csv': [1, 0],
  'label-studio/csv_test.json': [2, 0],
  'label-studio/csv_test2.json': [1, 0],
  'label-studio/csv_test2_result.csv': [1, 0],
  'label-studio/ner_made_here_export.json': [1, 5],
  'prodigy/bio_events_raw_2.jsonl': [2, 0],
  'prodigy/ner_manual_shape_made_here.jsonl': [1, 2],
  'prodigy/real_relations_record3.jsonl': [1, 2],
  'refi-qda/made_here_text_selection.qdpx': [1, 1],
  'spacy/cooking.jsonl': [10, 0],
  'spacy/made_here_poc.spacy': [2, 3],
  'spacy/ner-sent-per-line.iob': [1, 7],
  'spacy/ner-sent-per-line.json': [1, 7],
  'spacy/ner-token-per-line-conll2003.iob': [1, 7],
  'spacy/ner-token-per-line-conll2003.json': [1, 7],
  'spacy/ner-token-per-line-with-pos.iob': [1, 7],
  'spacy/ner-token-per-line-with-pos.json': [1, 7],
  'spacy/ner-token-per-line.iob': [1, 7],
  'spacy/ner-token-per-line.json': [1, 7],
  'tei/standoff_spec_example.xml': [1, 4],
  'uima-cas/casWithLeftToRightTextAndAnnotations.json': [1, 2],
  'uima-cas/casWithLeftToRightTextAndAnnotations.xmi': [1, 2],
  'uima-cas/casWithTextAndAnnotations.json': [1, 4],
  'uima-cas/casWithTraditionalChineseTextAndAnnotations.json': [1, 4],
  'uima-cas/casWithTraditionalChineseTextAndAnnotations.xmi': [1, 4],
  'uima-cas/cas_with_smileys.xmi': [1, 5],
  'uima-cas/small_cas.xmi': [1, 0],
  'uima-cas/tsv3-testSimpleSlotFeature.json': [1, 3],
  'webanno-tsv/testCrossSentenceSpanWithFeatureValue.tsv': [1, 1],
  'webanno-tsv/testDependencyWithValues.tsv': [1, 2],
  'webanno-tsv/testMultiTokenChain.tsv': [1, 2],
  'webanno-tsv/testSentenceWithLineBreak.tsv': [1, 1],
  'webanno-tsv/testSentenceWithTab.tsv': [1, 1],
  'webanno-tsv/testStackedSubMultiTokenSpanWithFeatureValue.tsv': [1, 24],
  'webanno-tsv/testSubTokenRelation2.tsv': [1, 2],
  'webanno-tsv/testTokenBoundedStackedLookAlike.tsv': [1, 5],
  'webanno-tsv/testZeroLengthSpansWithFeatureValues.tsv': [1, 2],
};

/** Those of which a part is no article: what comes in, and what is said of the rest. */
const IN_PART: Readonly<Record<string, readonly [Brings, ...RegExp[]]>> = {
  'article-inputs/html-zip.zip': [[2, 0], /file of bytes/, /a video/],
  'doccano/example.jsonl': [[2, 1], /line 3: text is missing/],
  'doccano/intent.jsonl': [[4, 2], /line 5: text is missing/],
  'inception-project/inception-2024-recommenders.zip': [[1, 0], /serialised Java objects/],
};

const BESIDE = /line \d+, column \d+: the text it is about, http\S+, is not beside it/;
const NO_ARTICLE = /This is (?:a configuration file|the card of a dataset)/;
const NO_XML_ARTICLE = /an XML file of a kind without articles/;
const NO_CAS_TEXT = /this CAS holds no text/;

/** Those that hold no article, and why. */
const NOTHING_IN: Readonly<Record<string, RegExp>> = {
  'brat/annotation.bionlp-ge.conf': NO_ARTICLE,
  'brat/annotation.news.conf': NO_ARTICLE,
  'brat/visual.news.conf': NO_ARTICLE,
  'conll/empty-file.conllu': /line 1: there is no sentence in it/,
  'huggingface/conll2003_card_excerpt.md': NO_ARTICLE,
  'huggingface/datasetcard_metadata_template.yaml': NO_ARTICLE,
  'iptc/newsml-g2-listing1.xml': /item 1 \(line 10\): It has no text: its inlineXML is empty/,
  'label-studio/ner_config.xml': NO_XML_ARTICLE,
  'refi-qda/Project-mrt2019.xsd': NO_XML_ARTICLE,
  'refi-qda/blank-atlas-project.qdpx': /there is no text in this project/,
  'tei/annotation_spec_example.xml': /this TEI has no text/,
  'uima-cas/casWithLeftToRightTextAndAnnotations.typesystem.xml': NO_XML_ARTICLE,
  'uima-cas/casWithTextAndAnnotations.typesystem.xml': NO_XML_ARTICLE,
  'uima-cas/casWithTextAndAnnotations.xmi': NO_CAS_TEXT,
  'uima-cas/casWithTraditionalChineseTextAndAnnotations.typesystem.xml': NO_XML_ARTICLE,
  'uima-cas/emptyCas.json': NO_CAS_TEXT,
  'uima-cas/emptyCas.typesystem.xml': NO_XML_ARTICLE,
  'uima-cas/emptyCas.xmi': NO_CAS_TEXT,
  'uima-cas/important_dkpro_types.xml': NO_XML_ARTICLE,
  'uima-cas/inception_typesystem.xml': NO_XML_ARTICLE,
  'uima-cas/small_typesystem.xml': NO_XML_ARTICLE,
  'w3c-annotation/anno.jsonld': /there is no annotation in it: it is a context/,
  'w3c-annotation/annotation_frame.jsonld': /line 7, column 13: its rights must be an address/,
  ...Object.fromEntries(
    [20, 23, 24, 28, 29, 33, 39, 40].map((one) => [`w3c-annotation/anno${one}.json`, BESIDE]),
  ),
};

/** Those that others wrote to be wrong: all of these folders. */
const INVALID = /^(?:conll\/invalid\/|w3c-annotation\/incorrect\/|\w+\/labeling\.invalid\.conll)/;
const WITH_PLACE = /\bline \d+, column \d+: \S/i;

let dir = '';
let refusals: Workspace;
const open: Workspace[] = [];

async function project(name: string): Promise<Workspace> {
  const options = { replica: 'r-test', application: 'test', clock: () => NOW };
  const made = await createWorkspace(path.join(dir, name), name, 'Ana', options);
  if (!made.ok) throw new Error(made.error.message);
  open.push(made.value);
  return made.value;
}

async function bring({ store, me }: Workspace, name: string): Promise<ImportedFiles> {
  const file = path.join(SAMPLES, name);
  const done = await importFiles(store, { me, files: [file], now: NOW, readArticles: readHere });
  if (!done.ok) throw new Error(done.error);
  return done.value;
}

const reasons = ({ failed }: ImportedFiles): readonly string[] =>
  failed.map(({ reason }) => reason);

/** Every file of a project with its size, but for the lock, which is told anew that it is held. */
async function everyFile(name: string): Promise<readonly string[]> {
  const root = path.join(dir, name);
  const all = (await readdir(root, { recursive: true })).filter((one) => !one.startsWith('.lock'));
  const sized = all.map(async (one) => `${one} ${(await stat(path.join(root, one))).size}`);
  return (await Promise.all(sized)).toSorted();
}

async function comesIn(name: string, [articles, annotations]: Brings): Promise<ImportedFiles> {
  const desk = await project(name.replaceAll('/', '_'));
  const done = await bring(desk, name);
  const sum = done.imported.reduce((all, one) => all + one.annotations, 0);
  // Once more what has annotations: their ids are made from the file alone.
  const again = sum === 0 ? undefined : await bring(desk, name);
  expect([articlesOf(desk.store).length, sum], JSON.stringify(done)).toEqual([
    articles,
    annotations,
  ]);
  expect(again?.imported ?? [], 'the same file again').toEqual([]);
  await desk.store.close();
  open.splice(open.indexOf(desk), 1);
  return done;
}

async function leavesNoTrace(name: string): Promise<readonly string[]> {
  const before = await everyFile('refusals');
  const done = await bring(refusals, name);
  expect(done.imported).toEqual([]);
  expect(await everyFile('refusals')).toEqual(before);
  return reasons(done);
}

describe.skipIf(!existsSync(SAMPLES))('every file in ../shared/samples', () => {
  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'verbale-samples-'));
    refusals = await project('refusals');
  });

  afterAll(async () => {
    for (const { store } of open.splice(0)) await store.close();
    await rm(dir, { recursive: true, force: true });
  });

  it.each(Object.entries(SOUND))('%s comes in whole', async (name, brings) => {
    expect(reasons(await comesIn(name, brings))).toEqual([]);
  });

  it.each(Object.entries(IN_PART))('%s comes in as far as it goes', async (name, wanted) => {
    const [brings, ...why] = wanted;
    const said = reasons(await comesIn(name, brings));
    expect(said).toEqual(why.map((one) => expect.stringMatching(one) as string));
  });

  it.each(Object.entries(NOTHING_IN))('%s is refused for what it is', async (name, why) => {
    expect(await leavesNoTrace(name)).toEqual([expect.stringMatching(why)]);
  });

  it('each that is wrong is refused with line and column, and leaves no trace', async () => {
    const all = await readdir(SAMPLES, { recursive: true });
    const wrong = all.filter((name) => INVALID.test(name)).toSorted();
    expect(wrong.length).toBeGreaterThanOrEqual(82);
    for (const name of wrong) {
      expect(await leavesNoTrace(name), name).toEqual([expect.stringMatching(WITH_PLACE)]);
    }
  });

  it('says of the older ten columns what it let pass', async () => {
    const desk = await project('let-pass');
    const { imported } = await bring(desk, 'conll/casdiff-spanLabel-user1.conll');
    expect(imported[0]?.warnings.join('\n')).toContain(
      'an empty line is missing after the last sentence (line 27, column 1); it was read all the same',
    );
  });

  it('has no file of which nothing is said', async () => {
    const all = await readdir(SAMPLES, { recursive: true, withFileTypes: true });
    const known = { ...SOUND, ...IN_PART, ...NOTHING_IN };
    const rest = all
      .filter((one) => one.isFile())
      .map(({ parentPath, name }) => path.relative(SAMPLES, path.join(parentPath, name)))
      .filter((name) => !(name in known) && !INVALID.test(name));
    const desk = await project('rest');
    for (const name of rest) {
      const { imported, skipped, failed } = await bring(desk, name);
      expect(imported.length + skipped.length + failed.length, name).toBeGreaterThan(0);
    }
  });
});
