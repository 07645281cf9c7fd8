import { Gavel, Quote, UserRound, Zap } from 'lucide-react';

/** Icons of the default labels; labels that a project adds have none. */
const ICONS = { claim: Quote, threat: Zap, 'sanctions-proposal': Gavel, actor: UserRound } as const;

/** The icon of a label, where it has one. */
export function LabelIcon(props: {
  readonly labelId: string;
  readonly className: string | undefined;
}) {
  const { labelId, className } = props;
  if (!isKnown(labelId)) return null;
  const Icon = ICONS[labelId];
  return <Icon size={14} strokeWidth={1.6} aria-hidden className={className} />;
}

function isKnown(id: string): id is keyof typeof ICONS {
  return Object.hasOwn(ICONS, id);
}
