import { Gavel, type LucideIcon, Quote, Redo2, Tag, Undo2, UserRound, Zap } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import type { Label } from '../../../core/model/codebook.ts';
import { inBackground } from '../../state/background.ts';
import { redo, undo } from '../../state/desk.ts';
import { useProject } from '../../state/project.ts';
import { changeSettings, useSettings } from '../../state/settings.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyHint } from '../../ui/key-hint.tsx';
import { LabelChip, LabelLine } from '../../ui/label-chip.tsx';
import { Select } from '../../ui/select.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import styles from './labels-toolbar.module.css';
import { lineImage, THICKNESS } from './mark-style.ts';
import { pressLabel } from './tagging.ts';

const ICONS: Readonly<Record<string, LucideIcon>> = {
  claim: Quote,
  threat: Zap,
  'sanctions-proposal': Gavel,
  actor: UserRound,
};

const SNAPS = [
  { value: 'character', name: 'Characters' },
  { value: 'word', name: 'Words' },
  { value: 'sentence', name: 'Sentences' },
] as const;

function LabelButton(props: {
  readonly label: Label;
  readonly active: boolean;
  readonly first: boolean;
}) {
  const { label, active, first } = props;
  const Icon = ICONS[label.id] ?? Tag;
  const image = lineImage(label.pattern, `var(--label-${label.hue}-mark)`);
  const words = label.definition === '' ? `Label ${label.name}` : label.definition;
  return (
    <Tooltip text={words} keys={label.shortcut === '' ? undefined : label.shortcut}>
      <button
        type="button"
        className={styles['label']}
        data-hue={label.hue}
        aria-label={label.name}
        aria-keyshortcuts={label.shortcut === '' ? undefined : label.shortcut}
        aria-pressed={active}
        tabIndex={first ? 0 : -1}
        // A press must not take the selection away from the text.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => pressLabel(label)}
      >
        <LabelChip letter={label.letter} hue={label.hue} />
        <Icon className={styles['icon']} size={14} strokeWidth={1.6} aria-hidden />
        <span className={styles['name']}>
          {label.name}
          <LabelLine image={image} thickness={THICKNESS[label.pattern]} />
        </span>
        {label.shortcut === '' ? null : <KeyHint keys={label.shortcut} />}
      </button>
    </Tooltip>
  );
}

/** One stop for Tab; the arrows go from label to label. */
function onArrow(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1, Home: -99, End: 99 }[event.key];
  if (step === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const here = buttons.findIndex((button) => button === document.activeElement);
  const next = Math.max(0, Math.min(buttons.length - 1, here + step));
  event.preventDefault();
  buttons[next]?.focus();
}

/** The labels of the codebook. Each marks the selected words, or relabels the selected annotation. */
function Labels() {
  const labels = useProject((state) => state.labels);
  const active = useProject(
    (state) => state.article?.annotations.find((one) => one.id === state.selected)?.label,
  );
  const bar = useRef<HTMLDivElement>(null);
  return (
    // The keys are those of the toolbar pattern; each button in it is a control of its own.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      ref={bar}
      role="toolbar"
      aria-label="Labels"
      className={styles['labels']}
      onKeyDown={onArrow}
    >
      {labels.map((label, index) => (
        <LabelButton
          key={label.id}
          label={label}
          active={label.id === active}
          first={index === 0}
        />
      ))}
    </div>
  );
}

/** What stands above the text: the labels, undo and redo, and how far a selection is widened. */
export function LabelsToolbar() {
  const history = useProject((state) => state.history);
  const snap = useSettings((state) => state.snap);
  const undoWords = history.undo === undefined ? 'Undo' : `Undo: ${history.undo}`;
  const redoWords = history.redo === undefined ? 'Redo' : `Redo: ${history.redo}`;
  return (
    <div className={styles['bar']}>
      <Labels />
      <div className={styles['tools']}>
        <IconButton
          icon={Undo2}
          label={undoWords}
          keys="$mod+z"
          disabled={history.undo === undefined}
          onClick={() => inBackground(undo())}
        />
        <IconButton
          icon={Redo2}
          label={redoWords}
          keys="Shift+$mod+z"
          disabled={history.redo === undefined}
          onClick={() => inBackground(redo())}
        />
        <Select
          label="Select by"
          value={snap}
          options={SNAPS}
          onChange={(value) => inBackground(changeSettings({ snap: value }))}
        />
      </div>
    </div>
  );
}
