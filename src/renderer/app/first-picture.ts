import { useProject } from '../state/project.ts';
import { useSession } from '../state/session.ts';
import { reportPainted } from '../state/window.ts';

/** Faces that the first picture needs; the browser loads a face only when something asks for it. */
const FACES = ['400 19px "Source Serif 4 Variable"', '400 13px "Inter Variable"'];

function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
}

/** True when what is to be seen first is known: a page without a project, or an article's text. */
function isComplete(): boolean {
  const { phase } = useSession.getState();
  if (phase === 'starting') return false;
  if (phase !== 'project') return true;
  const { rows, article, articleError } = useProject.getState();
  return rows.length === 0 || article !== undefined || articleError !== undefined;
}

async function completed(): Promise<void> {
  await new Promise<void>((resolve) => {
    const stops: (() => void)[] = [];
    const look = (): void => {
      if (!isComplete()) return;
      for (const stop of stops) stop();
      resolve();
    };
    stops.push(useSession.subscribe(look), useProject.subscribe(look));
    look();
  });
}

/** Says once, to the main process and in the page, that the first complete picture is on screen. */
export async function reportFirstPicture(): Promise<void> {
  await Promise.all([completed(), ...FACES.map((face) => document.fonts.load(face))]);
  await document.fonts.ready;
  await nextFrame();
  await nextFrame();
  document.documentElement.dataset['painted'] = 'true';
  await reportPainted();
}
