import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { anAnnotation, anArticle, anExportArticle, aRelation } from '../testing/builders.ts';
import { readDataset, writeDataset } from '../testing/datasets.ts';
import { refusalOf, sample, sampleNames, valueOf } from '../testing/format-cases.ts';
import { casJson } from './cas-json.ts';
import { casXmi } from './cas-xmi.ts';
import { inceptionProject } from './inception-project.ts';
import { webannoTsv } from './webanno-tsv.ts';

const TEXT = 'Acme said: New York.';

/** One person's file in a format that INCEpTION exports. */
function fileOf(format: typeof casJson, label: string, text = TEXT): Uint8Array {
  const first = anAnnotation(text, [[0, 4]], { id: 'a', label });
  const second = anAnnotation(text, [[11, 19]], { id: 'b', label: 'LOC' });
  const article = anExportArticle(text, {
    article: anArticle(text, { id: 'x' }),
    annotations: [first, second],
    relations: [aRelation(first, second)],
  });
  return writeDataset(format, [article]).get(`x${format.extensions[0] ?? ''}`) ?? new Uint8Array();
}

const PROJECT = JSON.stringify({
  name: 'P',
  source_documents: [{ name: 'doc.txt', format: 'text' }],
  annotation_documents: [{ name: 'doc.txt', user: 'ana', state: 'FINISHED' }],
  tag_sets: [{ name: 'S', tags: [{ tag_name: 'ORG' }] }],
  layers: [{ name: 'custom.Annotation' }],
});

function read(files: readonly (readonly [string, string | Uint8Array])[]) {
  return readDataset(inceptionProject, [['exportedproject.json', PROJECT], ...files]);
}

describe('a project of INCEpTION', () => {
  it('gives each user a layer, whatever the format, and the curated one as gold', () => {
    const results = read([
      ['annotation/doc.txt/ana.json', fileOf(casJson, 'ORG')],
      ['annotation/doc.txt/ben.xmi', fileOf(casXmi, 'PER')],
      ['annotation/doc.txt/cy.tsv', fileOf(webannoTsv, 'MISC')],
      ['annotation/doc.txt/INITIAL_CAS.json', fileOf(casJson, 'NO')],
      ['curation/doc.txt/CURATION_USER.json', fileOf(casJson, 'GOLD')],
      ['source/doc.txt', TEXT],
    ]);
    expect(results).toHaveLength(1);
    const [project] = results.map((one) => valueOf(one));
    expect(project?.article.title).toBe('doc.txt');
    expect(project?.annotations.map((one) => `${one.analystName} ${one.labelName}`)).toEqual([
      'ana ORG',
      'ana LOC',
      'ben PER',
      'ben LOC',
      'cy MISC',
      'cy LOC',
    ]);
    expect(project?.gold.map((one) => one.labelName)).toEqual(['GOLD', 'LOC']);
    expect(project?.relations.map((one) => one.analystName)).toEqual(['ana', 'ben', 'cy']);
    expect(project?.documents).toEqual([{ analystName: 'ana', state: 'submitted' }]);
    expect(project?.unknown.map(({ path }) => path)).toEqual(['inception']);
    expect(project?.refused).toEqual([]);
  });

  it('tells of a file that is damaged or of another text, and reads the others', () => {
    const results = read([
      ['annotation/doc.txt/ana.json', fileOf(casJson, 'ORG')],
      ['annotation/doc.txt/ben.json', '{'],
      ['annotation/doc.txt/cy.json', fileOf(casJson, 'ORG', `${TEXT} And more.`)],
    ]);
    expect(results.map((one) => refusalOf(one))).toEqual([
      expect.stringContaining('cut off'),
      expect.stringContaining('not that of the others'),
      '',
    ]);
  });

  it.each(['[]', '{"source_documents":[]}', '{"__proto__":{}}', '{'])(
    'is refused: %j',
    (content) => {
      const [result] = readDataset(inceptionProject, [['exportedproject.json', content]]);
      expect(refusalOf(result)).toMatch(/^1: \S/);
    },
  );

  it.skipIf(sampleNames('inception-project').length === 0)('says what only Java can read', () => {
    const [name = ''] = sampleNames('inception-project').filter((one) => one.endsWith('.zip'));
    const all = Object.entries(unzipSync(sample('inception-project', name)));
    const isMain = ([path]: readonly [string, Uint8Array]): boolean =>
      path === 'exportedproject.json';
    const results = readDataset(inceptionProject, [
      ...all.filter(isMain),
      ...all.filter((one) => !isMain(one)),
    ]);
    expect(refusalOf(results[0])).toContain('serialised Java');
    expect(valueOf(results[1]).article.title).toBe('Obama.txt');
    expect(valueOf(results[1]).text.length).toBeGreaterThan(100);
  });
});
