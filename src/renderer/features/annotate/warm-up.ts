import type { Annotation } from '../../../core/model/annotation.ts';
import { useProject } from '../../state/project.ts';
import { useSettings } from '../../state/settings.ts';
import { setReadingLook } from '../../ui/reading-look.ts';
import { createMarkIndex } from './mark-index.ts';
import { ticksOf } from './ruler-ticks.ts';
import { createSurface, type Surface } from './surface.ts';
import type { SurfaceActions } from './surface-parts.ts';
import styles from './text.module.css';
import { planText } from './text-plan.ts';
import own from './warm-up.module.css';

/** Words of no article: what is set once, out of sight, so that the first article is set fast. */
const LINE = 'Words of the length that words have, in a line as long as lines are; nothing else. ';
const LINES = 12;
const TEXT = Array.from({ length: LINES }, () => LINE.repeat(4).trim()).join('\n');
/** From one sample annotation to the next, and their lengths, in code units. */
const STEP = 24;
const LENGTHS = [9, 30, 16, 52];
const HEIGHT = 600;
/** Code that has run often is translated better: as often as in a text full of marks. */
const MANY = 20;

const NOTHING = (): void => undefined;
const ACTIONS: SurfaceActions = {
  onPick: NOTHING,
  onChip: () => NOTHING,
  onSpans: NOTHING,
  onNotFurniture: NOTHING,
  mac: () => false,
};

function sampleAnnotations(): Annotation[] {
  const { labels } = useProject.getState();
  const count = Math.floor(TEXT.length / STEP) - LENGTHS.length;
  return Array.from({ length: labels.length === 0 ? 0 : count }, (_, index): Annotation => {
    const start = index * STEP;
    const end = start + (LENGTHS[index % LENGTHS.length] ?? 1);
    return {
      id: `sample ${String(index)}`,
      articleId: '',
      analyst: '',
      label: labels[index % labels.length]?.id ?? '',
      anchor: { spans: [[start, end]], quote: [TEXT.slice(start, end)], prefix: '', suffix: '' },
      attributes: {},
      note: '',
      origin: { kind: 'manual' },
      codebookVersion: 1,
      createdAt: '',
      updatedAt: '',
    };
  });
}

/** A text out of sight, of a look that articles will have. */
function sampleRegion(): { readonly region: HTMLElement; readonly host: HTMLElement } {
  const region = document.createElement('div');
  region.className = own['sample'] ?? '';
  region.inert = true;
  region.ariaHidden = 'true';
  setReadingLook(region, useSettings.getState());
  const host = document.createElement('div');
  host.className = styles['text'] ?? '';
  region.append(host);
  return { region, host };
}

/**
 * Reads and sets a sample in the background, while the window has nothing better to do: code is
 * translated, type is read and looks are worked out once, and not with the first article. Returns how
 * to stop.
 */
export function warmUp(): () => void {
  const { region, host } = sampleRegion();
  const annotations = sampleAnnotations();
  const { labels } = useProject.getState();
  let surface: Surface | undefined;
  let waiting = 0;
  const stop = (): void => {
    cancelIdleCallback(waiting);
    surface?.destroy();
    surface = undefined;
    region.remove();
  };
  const steps = [
    () => document.body.append(region),
    () => {
      surface = createSurface({ region, host, plan: planText(TEXT, []), furniture: [] }, ACTIONS);
    },
    () => surface?.setAnnotations(annotations.slice(1), labels),
    () => surface?.setAnnotations(annotations, labels),
    () => surface?.setAnnotations(annotations.slice(1), labels),
    () => {
      const many = Array.from({ length: MANY }, () => annotations).flat();
      createMarkIndex().update(many, labels);
      ticksOf(many, labels, HEIGHT, surface?.heights() ?? (() => 0));
    },
    stop,
  ];
  const next = (): void => {
    const step = useProject.getState().article === undefined ? steps.shift() : stop;
    step?.();
    if (step !== undefined && step !== stop) waiting = requestIdleCallback(next);
  };
  waiting = requestIdleCallback(next);
  return stop;
}
