import { broken } from './broken.ts';

const MISC = /^(?:_|[A-Za-z]+=[^|]+(?:\|[A-Za-z]+=[^|]+)*)$/;

function wordProblems(row: readonly string[], index: number): string[] {
  const [number = '', , ...rest] = row;
  const words = row.join(' ');
  return broken(
    [row.length !== 10, `${row.length} columns in ${words}`],
    [number !== String(index + 1), `id ${number} at ${index + 1}`],
    [row.some((field) => field === '' || field !== field.trim()), `empty field in ${words}`],
    [rest.some((field) => /\s/.test(field)), `blank in ${words}`],
    [!MISC.test(row[9] ?? ''), `MISC of ${words}`],
  );
}

/** What is wrong with a sentence of CoNLL-U. */
function sentenceProblems(lines: readonly string[], ids: Set<string>): readonly string[] {
  const comment = (name: string): string =>
    lines.find((line) => line.startsWith(`# ${name} = `))?.slice(name.length + 5) ?? '';
  const id = comment('sent_id');
  const isNew = /^\S+$/.test(id) && !ids.has(id);
  ids.add(id);
  const rows = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'));
  const words = rows.map((row, index) => {
    const isLast = index === rows.length - 1;
    const isTight = isLast || /(?:^|\|)SpaceAfter=No/.test(row[9] ?? '');
    return `${row[1] ?? ''}${isTight ? '' : ' '}`;
  });
  return [
    ...rows.flatMap(wordProblems),
    ...broken(
      [!isNew, `sent_id “${id}”`],
      [rows.length === 0, `${id} has no word`],
      // What stands for several blanks is one in `# text`; none before a word that has none.
      [comment('text') !== words.join(''), `# text = ${comment('text')} ≠ ${words.join('')}`],
    ),
  ];
}

/** What is wrong with a CoNLL-U file (universaldependencies.org/format.html, level 1). */
export function conlluProblems(content: string): readonly string[] {
  if (content.includes('\r')) return ['a line ends with \\r'];
  if (!content.endsWith('\n\n')) return ['no empty line after the last sentence'];
  const ids = new Set<string>();
  const sentences = content.slice(0, -2).split('\n\n');
  return sentences.flatMap((one) => sentenceProblems(one.split('\n'), ids));
}

/** True where a tag may follow another. */
function mayFollow(tag: string, before: string, scheme: 'IOB2' | 'BIOES'): boolean {
  const [sign, type] = [tag.slice(0, 1), tag.slice(2)];
  const isInside = (one: string): boolean => /^[BI]-/.test(one) && one.slice(2) === type;
  if (sign === 'I' || sign === 'E') return isInside(before);
  // In BIOES what has begun must end.
  return scheme === 'IOB2' || !/^[BI]-/.test(before);
}

/**
 * What is wrong with a file of CoNLL-2003 (Tjong Kim Sang and De Meulder 2003, §2): four columns with
 * one blank between, an empty line after each sentence and each `-DOCSTART-`, tags that follow.
 */
export function conll2003Problems(content: string, scheme: 'IOB2' | 'BIOES'): readonly string[] {
  const lines = content.split('\n');
  const hasEnd = lines.pop() === '' && lines.at(-1) === '';
  const signs = scheme === 'IOB2' ? /^(?:O|[BI]-\S+)$/ : /^(?:O|[BIES]-\S+)$/;
  const tags = lines.map((line) => (line === '' ? 'O' : (line.split(' ').at(-1) ?? '')));
  const problems = lines.flatMap((line, index) => {
    const [tag = '', before = 'O'] = [tags[index], tags[index - 1]];
    const isStart = line.startsWith('-DOCSTART-');
    return broken(
      [line !== '' && line.split(' ').length !== 4, `line ${index + 1}: ${line}`],
      [isStart && lines[index + 1] !== '', `line ${index + 1}: no empty line`],
      [!signs.test(tag), `line ${index + 1}: tag ${tag}`],
      [!mayFollow(tag, before, scheme), `line ${index + 1}: ${tag} after ${before}`],
    );
  });
  return [...broken([!hasEnd, 'no empty line at the end']), ...problems];
}

/** Takes the escapes of WebAnno TSV away. */
function unescaped(words: string): string {
  const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f' };
  return words.replaceAll(/\\(->|.)/g, (_all, sign: string) => letters[sign] ?? sign);
}

function rowProblems(row: string, text: string, width: number, sentence: number): string[] {
  const [id = '', place = '', token = '', ...rest] = row.split('\t');
  const [, start = '0', end = '0'] = /^(\d+)-(\d+)$/.exec(place) ?? [];
  const problems: string[] = [];
  if (!new RegExp(`^${sentence}-\\d+(?:\\.\\d+)?$`).test(id)) problems.push(`id ${id}`);
  if (text.slice(Number(start), Number(end)) !== unescaped(token)) problems.push(`token ${row}`);
  if (rest.length !== width + 1 || rest.at(-1) !== '') problems.push(`columns of ${row}`);
  if (rest.slice(0, -1).some((cell) => cell === '')) problems.push(`empty cell in ${row}`);
  return problems;
}

/**
 * What is wrong with a file of WebAnno TSV 3.3 (INCEpTION's user guide): header and two empty lines,
 * then sentences with their text, and rows that number on, whose offsets are UTF-16 and whose columns
 * are those that the header names.
 */
export function webannoProblems(content: string, text: string): readonly string[] {
  const [header = '', ...body] = content.split('\n\n\n');
  const [format, ...layers] = header.split('\n');
  const problems = format === '#FORMAT=WebAnno TSV 3.3' ? [] : [`header ${format}`];
  if (layers.some((line) => !/^#T_(?:SP|RL|CH)=[\w.]+(?:\|[^|\s]+)*$/.test(line)))
    problems.push(`layers ${layers.join(' ')}`);
  const width = layers.reduce((sum, line) => sum + line.split('|').length - 1, 0);
  const rest = body.join('\n\n\n');
  if (rest !== '' && !rest.endsWith('\n')) problems.push('no end of the last line');
  const sentences = rest.trimEnd() === '' ? [] : rest.replace(/\n+$/, '').split('\n\n');
  for (const [index, sentence] of sentences.entries()) {
    const lines = sentence.split('\n');
    const head = lines.filter((line) => line.startsWith('#Text='));
    const said = head.map((line) => unescaped(line.slice(6))).join('\n');
    if (head.length === 0 || !text.includes(said)) problems.push(`#Text of sentence ${index + 1}`);
    const rows = lines.filter((line) => !line.startsWith('#'));
    problems.push(...rows.flatMap((row) => rowProblems(row, text, width, index + 1)));
  }
  return problems;
}
