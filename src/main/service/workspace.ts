import type { Analyst } from '../../core/model/analyst.ts';
import type { Store } from '../store/store.ts';

/** An open project and who acts in it. */
export interface Workspace {
  readonly store: Store;
  readonly me: Analyst;
  /** Id of the article that was open last; empty where none was. */
  lastArticle: string;
}
