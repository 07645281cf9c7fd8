import { hush, useProject } from '../state/project.ts';
import { useSession } from '../state/session.ts';
import { useView } from '../state/view.ts';

/**
 * Lets what was said leave with the page it was said on: with the place, the project, and, where it
 * is about one article, with that article. Returns how to stop.
 */
export function followContext(): () => void {
  const stops = [
    useView.subscribe((state, before) => {
      if (state.place !== before.place) hush();
    }),
    useSession.subscribe((state, before) => {
      if (state.phase !== before.phase) hush();
    }),
    useProject.subscribe(({ announcement, articleId }, before) => {
      const about = announcement?.articleId;
      if (about !== undefined && articleId !== about && articleId !== before.articleId) hush();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
