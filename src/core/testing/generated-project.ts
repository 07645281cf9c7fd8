import fc from 'fast-check';
import type { ExportArticle } from '../formats/format.ts';
import type { Annotation, Relation } from '../model/annotation.ts';
import type { Json } from '../model/json.ts';
import type { Span } from '../model/span.ts';
import { anAnnotation, anArticle, anExportArticle, SOME_TIME } from './builders.ts';
import { markedText, nastyText } from './nasty-text.ts';

const LABELS = ['Claim', 'Threat', 'Sanctions proposal'] as const;
const ANALYSTS = ['ana', 'ben'] as const;

/** Words in scripts and with signs that formats count, cut or escape differently. */
const PLAIN_WORDS = [
  'Moscow ',
  'said, ',
  'قال محمد ',
  'שָׁלוֹם ',
  'e\u0301tat ',
  '\u{1f469}\u200d\u{1f692} ',
  '한국은행 ',
  'A&B <c> "d" ',
  '\n',
  '. ',
];

/** Text as papers print it: words with blanks between. */
const newsText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...PLAIN_WORDS), { minLength: 3, maxLength: 30 })
  .map((words) => words.join(''));

/** A value of every type that an attribute can have; `words` are of the text itself. */
function valueOf(text: string, span: Span, other: string | undefined): fc.Arbitrary<Json> {
  const values: fc.Arbitrary<Json>[] = [
    fc.constantFrom('firm', 'a b', 'true', '1', ''),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((n) => n + 0),
    fc.constant('2026-11-22'),
    fc.constantFrom<Json>(['x', 'y'], ['x']),
    fc.constant({ text: 'the minister' }),
    nastyText,
    fc.constant({ quote: [text.slice(...span)], spans: [[span[0], span[1]]] }),
  ];
  if (other !== undefined) values.push(fc.constant({ annotation: other }));
  return fc.oneof(...values);
}

const remarks = fc.record({
  note: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, nastyText),
  confidence: fc.constantFrom<Annotation['confidence']>(undefined, 'low', 'high'),
  analyst: fc.constantFrom(...ANALYSTS),
  label: fc.constantFrom(...LABELS),
});

type Marks = readonly (readonly Span[])[];

function annotationsOn(text: string, marks: Marks, index: number): fc.Arbitrary<Annotation[]> {
  const articleId = `article-${index}`;
  return fc.tuple(
    ...marks.map((spans, at) => {
      const [first = [0, 0] as Span] = spans;
      const other = at === 0 ? undefined : `a${index}-0`;
      const attributes = fc.dictionary(
        fc.constantFrom('strength', 'kind', 'of-what'),
        valueOf(text, first, other),
        { maxKeys: 2 },
      );
      return fc.tuple(remarks, attributes).map(([said, given]): Annotation => {
        const { confidence, ...rest } = said;
        const sure = confidence === undefined ? {} : { confidence };
        const over = { ...rest, ...sure, id: `a${index}-${at}`, articleId, attributes: given };
        return anAnnotation(text, spans, over);
      });
    }),
  );
}

/** A relation from each annotation to the next one of the same analyst. */
function relationsAmong(annotations: readonly Annotation[]): Relation[] {
  return ANALYSTS.flatMap((analyst) => {
    const own = annotations.filter((one) => one.analyst === analyst);
    return own.slice(1).map((to, index): Relation => {
      const from = own[index]?.id ?? '';
      const { articleId, id } = to;
      return { id: `r-${id}`, articleId, analyst, type: 'targets', from, to: id, note: '' };
    });
  });
}

function articleWith(
  index: number,
  texts: fc.Arbitrary<string>,
): fc.Arbitrary<ExportArticle | undefined> {
  return markedText(6, texts).chain(({ text, marks }) => {
    if (text.trim() === '') return fc.constant(undefined);
    const labels = fc
      .subarray([...ANALYSTS])
      .map((given) => given.map((analyst) => ({ analyst, labels: { stance: 'firm' } })));
    return fc
      .tuple(annotationsOn(text, marks, index), labels)
      .map(([annotations, documentLabels]) =>
        anExportArticle(text, {
          article: anArticle(text, {
            id: `article-${index}`,
            title: `Title ${index}`,
            source: {},
            addedAt: SOME_TIME,
          }),
          annotations,
          relations: relationsAmong(annotations),
          documentLabels,
        }),
      );
  });
}

/**
 * One or two articles with annotations that overlap, have parts or no width, answers of every type,
 * notes, relations, several analysts and labels of the whole, on printed and on nasty text.
 */
export const generatedProject: fc.Arbitrary<readonly ExportArticle[]> = fc
  .tuple(articleWith(0, fc.oneof(newsText, nastyText)), articleWith(1, newsText))
  .map((articles) => articles.filter((one) => one !== undefined))
  .filter((articles) => articles.length > 0);
