import type { Annotation } from '../model/annotation.ts';
import type { CodebookContent, CodebookVersion } from '../model/codebook.ts';
import { belongsTo } from './belongs.ts';
import { type CodebookChange, diffCodebooks } from './diff-codebooks.ts';

/** What says nothing about how to annotate. */
const LOOKS: ReadonlySet<string> = new Set([
  'letter',
  'hue',
  'pattern',
  'shortcut',
  'order',
  'key',
  'group',
]);

type Stamped = Pick<Annotation, 'label' | 'codebookVersion'>;

/** Which attributes of either codebook are asked under a label. */
function attributesUnder(label: string, contents: readonly CodebookContent[]): Set<string> {
  return new Set(
    contents.flatMap(({ labels, attributes }) => {
      const known = labels.find(({ id }) => id === label) ?? { id: label, helper: false };
      return attributes.filter((one) => belongsTo(one, known)).map(({ id }) => id);
    }),
  );
}

function rulesUnder(label: string, contents: readonly CodebookContent[]): Set<string> {
  return new Set(
    contents.flatMap(({ rules }) =>
      rules
        .filter(({ labels }) => labels.length === 0 || labels.includes(label))
        .map(({ id }) => id),
    ),
  );
}

function changesUnder(
  label: string,
  before: CodebookContent,
  after: CodebookContent,
): CodebookChange[] {
  const attributes = attributesUnder(label, [before, after]);
  const rules = rulesUnder(label, [before, after]);
  return diffCodebooks(before, after).filter((change) => {
    if (change.kind === 'renamed' || LOOKS.has(change.field ?? '')) return false;
    if (change.what === 'label') return change.id === label;
    if (change.what === 'rule') return rules.has(change.id);
    if (change.what === 'relationType') return false;
    return change.what === 'codebook' || attributes.has(change.attribute ?? change.id);
  });
}

/**
 * A function that tells what changed, since an annotation was made, in what governs it: its label,
 * the attributes and rules of that label, the guidelines. Names and looks do not count. Empty where
 * nothing did, or where the version it was made under was not kept. It remembers what it compared,
 * so that ten thousand annotations cost no more than the versions they were made under.
 */
export function stalenessIn(
  versions: readonly CodebookVersion[],
): (annotation: Stamped) => readonly CodebookChange[] {
  const byNumber = new Map(versions.map((version) => [version.number, version] as const));
  const latest = byNumber.get(Math.max(...byNumber.keys()));
  const known = new Map<string, readonly CodebookChange[]>();
  return ({ label, codebookVersion }) => {
    const made = byNumber.get(codebookVersion);
    if (made === undefined || latest === undefined || made === latest) return [];
    const key = `${codebookVersion} ${label}`;
    const found = known.get(key) ?? changesUnder(label, made.content, latest.content);
    known.set(key, found);
    return found;
  };
}

/** What changed, since an annotation was made, in what governs it. @see stalenessIn for many */
export function staleUnder(
  annotation: Stamped,
  versions: readonly CodebookVersion[],
): readonly CodebookChange[] {
  return stalenessIn(versions)(annotation);
}
