import type { ExportArticle } from '../formats/format.ts';
import type { ExportChoice } from './choice.ts';
import { deidentified, type Pseudonymous } from './deidentify.ts';
import type { LeftOut } from './left-out.ts';
import { sentencesOf } from './sentences.ts';
import { takeLabels } from './take-labels.ts';
import { withoutFurniture } from './without-furniture.ts';

/** What a choice is applied with. */
export interface ChoiceTools {
  /** Of a text in UTF-8, lower-case hex. */
  readonly sha256: (text: string) => string;
  /** Absent where analysts go out under their names. */
  readonly pseudonymous?: Pseudonymous;
  readonly left: LeftOut;
}

/**
 * What a choice makes of an article whose layers are chosen already: none, one, or one for each
 * sentence. Pseudonyms come first, so that nothing that is said of what is left out names anybody.
 */
export function applyChoice(
  from: ExportArticle,
  choice: Pick<ExportChoice, 'labels' | 'unit' | 'furniture'>,
  { sha256, pseudonymous, left }: ChoiceTools,
): readonly ExportArticle[] {
  const named = pseudonymous === undefined ? from : deidentified(from, pseudonymous);
  const labelled = takeLabels(named, choice, left);
  const bare = choice.furniture === 'in' ? labelled : withoutFurniture(labelled, sha256, left);
  return choice.unit === 'article' ? [bare] : sentencesOf(bare, sha256, left);
}
