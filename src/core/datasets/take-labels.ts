import type { ExportArticle } from '../formats/format.ts';
import { annotationExample } from '../formats/place-annotation.ts';
import type { DocumentLabels } from '../model/annotation.ts';
import { type ExportChoice, takesLabel } from './choice.ts';
import type { LeftOut } from './left-out.ts';
import { layerKey, withoutMissing } from './references.ts';

type Choice = Pick<ExportChoice, 'labels'>;

function takenLabels(
  labels: DocumentLabels,
  choice: Choice,
  leave: (label: string) => void,
): DocumentLabels {
  return Object.fromEntries(
    Object.entries(labels).filter(([label]) => {
      const taken = takesLabel(choice, label);
      if (!taken) leave(label);
      return taken;
    }),
  );
}

/**
 * The article with the annotations and document labels of the chosen labels only. Relations and
 * comments that lose what they are about go with it; an actor whose annotation goes keeps its words.
 */
export function takeLabels(from: ExportArticle, choice: Choice, left: LeftOut): ExportArticle {
  if (choice.labels === undefined) return from;
  const taken = from.annotations.filter((one) => {
    const isTaken = takesLabel(choice, one.label);
    if (!isTaken) left.leave('annotations of labels that were not chosen', annotationExample(one));
    return isTaken;
  });
  const documentLabels = from.documentLabels.map(({ analyst, labels }) => ({
    analyst,
    labels: takenLabels(labels, choice, (label) =>
      left.leave(
        'document labels that were not chosen',
        `${from.analystName(analyst)}: ${from.labelName(label)}`,
      ),
    ),
  }));
  const whole: ExportArticle = {
    ...from,
    documentLabels: documentLabels.filter(({ labels }) => Object.keys(labels).length > 0),
    ...(from.gold === undefined
      ? {}
      : { gold: from.gold.filter(({ label }) => takesLabel(choice, label)) }),
  };
  const kept = new Set(taken.map(layerKey));
  return withoutMissing(whole, taken, kept, left);
}
