import type { Json } from '../../model/json.ts';

/** One feature structure of a CAS: an annotation, a link, or something that is said of the text. */
export interface FeatureStructure {
  readonly id: string;
  /** Such as `uima.tcas.Annotation`. */
  readonly type: string;
  /** Plain values by name of their feature. */
  readonly features: Readonly<Record<string, Json>>;
  /** Ids of other structures by name of the feature that points to them. */
  readonly references: Readonly<Record<string, readonly string[]>>;
}

/** A text and what stands about it. Offsets are UTF-16 code units. */
export interface Cas {
  readonly text: string;
  readonly structures: readonly FeatureStructure[];
}

export const SOFA = 'uima.cas.Sofa';
export const METADATA = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData';

/** Types of Verbale's own in the namespace that INCEpTION gives to layers people define. */
export const OWN = {
  annotation: 'custom.Annotation',
  relation: 'custom.Relation',
  article: 'custom.Article',
  documentLabel: 'custom.DocumentLabel',
} as const;

/** A type and its features by name, as both CAS formats declare them. */
export interface CasType {
  readonly name: string;
  readonly supertype: string;
  /** Range by name of the feature. */
  readonly features: Readonly<Record<string, string>>;
}

const STRING = 'uima.cas.String';

function strings(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, STRING]));
}

const REMARKS = ['identifier', 'analyst', 'codebookVersion', 'createdAt', 'updatedAt', 'note'];

/** Names that attributes must not take. */
export const TAKEN: ReadonlySet<string> = new Set([
  'begin',
  'end',
  'sofa',
  'label',
  'part',
  'confidence',
  ...REMARKS,
]);

/** The types that Verbale writes. @param attributes features of its annotations beside the fixed ones */
export function casTypes(attributes: readonly string[]): readonly CasType[] {
  return [
    {
      name: METADATA,
      supertype: 'uima.tcas.DocumentAnnotation',
      features: strings([
        'documentTitle',
        'documentId',
        'documentUri',
        'collectionId',
        'documentBaseUri',
      ]),
    },
    {
      name: OWN.annotation,
      supertype: 'uima.tcas.Annotation',
      features: strings(['label', ...REMARKS, 'part', 'confidence', ...attributes]),
    },
    {
      name: OWN.relation,
      supertype: 'uima.tcas.Annotation',
      features: {
        Governor: OWN.annotation,
        Dependent: OWN.annotation,
        ...strings(['label', ...REMARKS]),
      },
    },
    {
      name: OWN.article,
      supertype: 'uima.cas.AnnotationBase',
      features: strings([
        'identifier',
        'title',
        'outlet',
        'byline',
        'date',
        'language',
        'sha256',
        'attributeNames',
        'replaced',
      ]),
    },
    {
      name: OWN.documentLabel,
      supertype: 'uima.cas.AnnotationBase',
      features: strings(['name', 'value', 'analyst']),
    },
  ];
}
