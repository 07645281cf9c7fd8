import type { Analyst } from '../../core/model/analyst.ts';
import type { Store } from '../store/store.ts';
import { storeSeenBy } from './seen-store.ts';

/** An open project and who acts in it. */
export interface Workspace {
  /** The project as whoever acts in it may read it: what is blind to them is not there. */
  readonly store: Store;
  /** All of it, for what must know layers that nobody is shown. Nothing of it goes to a window. */
  readonly whole: Store;
  readonly me: Analyst;
  /** Id of the article that was open last; empty where none was. */
  lastArticle: string;
}

/** A project as an analyst works in it. */
export function workspaceFor(whole: Store, me: Analyst, lastArticle = ''): Workspace {
  return { store: storeSeenBy(whole, me.id), whole, me, lastArticle };
}
