import type { CodebookContent, Label } from '../model/codebook.ts';
import { DEFAULT_CODEBOOK } from './default-codebook.ts';

/** A codebook to begin with. */
export interface CodebookTemplate {
  readonly id: 'default' | 'claims' | 'empty';
  readonly name: string;
  readonly description: string;
  readonly content: CodebookContent;
}

/** Codebook with only some of its labels, and what belongs to them. */
function onlyLabels(content: CodebookContent, ids: ReadonlySet<string>): CodebookContent {
  const has = (labels: readonly string[]): boolean =>
    labels.length === 0 || labels.some((id) => ids.has(id));
  const kept = (labels: readonly string[]): readonly string[] => labels.filter((id) => ids.has(id));
  return {
    ...content,
    labels: content.labels.filter(({ id }) => ids.has(id)),
    attributes: content.attributes
      .filter(({ labels }) => has(labels))
      .map((attribute) => ({ ...attribute, labels: kept(attribute.labels) })),
    relationTypes: content.relationTypes
      .filter(({ from, to }) => has(from) && has(to))
      .map((type) => ({ ...type, from: kept(type.from), to: kept(type.to) })),
    rules: content.rules
      .filter(({ labels }) => has(labels))
      .map((rule) => ({ ...rule, labels: kept(rule.labels) })),
  };
}

const CLAIMS_GUIDELINES = `# Guidelines

We mark **claims**: statements, tied to a source, that something was, is or will be so, and that evidence could bear out or knock down. Actors are marked because claims point to them.

Mark the shortest clause that carries the statement. Leave out the speaker, the word of saying, the quotation marks and the full stop. Judge what the words say, not whether they are true.

Opinions, questions, demands and announcements of what the speaker will do are not claims.
`;

/** An empty codebook needs one label, since nothing can be marked without any. */
const FIRST_LABEL: Label = {
  id: 'mark',
  name: 'Mark',
  letter: 'M',
  hue: 'blue',
  pattern: 'single',
  shortcut: '1',
  definition: '',
  order: 1,
  guideline: '',
  zeroWidth: false,
  helper: false,
  retired: false,
};

/** The codebooks a new project can begin with. */
export const CODEBOOK_TEMPLATES: readonly CodebookTemplate[] = [
  {
    id: 'default',
    name: 'Claims, threats and sanctions proposals',
    description: 'Three kinds of act and their actors, with attributes, relations and 27 rules.',
    content: DEFAULT_CODEBOOK,
  },
  {
    id: 'claims',
    name: 'Claims only',
    description: 'Claims and actors, with the attributes, relations and rules that concern them.',
    content: {
      ...onlyLabels(DEFAULT_CODEBOOK, new Set(['claim', 'actor'])),
      name: 'Claims only',
      guidelines: CLAIMS_GUIDELINES,
    },
  },
  {
    id: 'empty',
    name: 'Empty',
    description: 'One label without a meaning yet. You write the rest.',
    content: {
      name: 'Codebook',
      guidelines: '',
      labels: [FIRST_LABEL],
      attributes: [],
      relationTypes: [],
      rules: [],
    },
  },
];
