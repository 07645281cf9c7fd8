import type { AppEvent } from '../../ipc/contract.ts';
import type { AppMenu } from '../../ipc/methods/menu.ts';
import type { Settled, ShellWords } from '../../ipc/methods/shell-words.ts';
import type { StartThread } from '../search/thread.ts';
import type { SigningKey } from '../store/signing.ts';
import type { StartAgreement } from './agreement-thread.ts';
import type { Dialogs } from './dialogs.ts';
import type { ReadArticles } from './import-reading.ts';
import type { Paper } from './paper.ts';
import type { Preferences } from './preferences.ts';
import type { Session } from './session.ts';

/** What the application was started to show. */
export interface Opening {
  readonly project?: string | undefined;
  readonly sample: boolean;
}

/** Everything the service needs from outside: no clock, dialog or process of its own. */
export interface ServiceOptions {
  readonly session: Session;
  readonly preferences: Preferences;
  readonly dialogs: Dialogs;
  readonly opening: Opening;
  /** Folder of the sample as it was shipped, and where a person's own copy goes. */
  readonly sample: { readonly shipped: string; readonly own: string };
  readonly about: {
    readonly version: string;
    readonly electron: string;
    readonly platform: string;
  };
  /** Signs what is handed over from here. */
  readonly signingKey: SigningKey;
  /** Reads untrusted files outside this process. */
  readonly readArticles: ReadArticles;
  /** Starts the thread that keeps the index and searches. */
  readonly searchThread: StartThread;
  /** Starts the thread that works out a report on agreement. */
  readonly agreementThread: StartAgreement;
  /** Prints, and makes PDFs. */
  readonly paper: Paper;
  /** Says what the platform's dialogs are to say. */
  readonly showWords: (words: ShellWords) => void;
  /** Shows the application's menu. */
  readonly showMenu: (menus: readonly AppMenu[]) => void;
  readonly emit: (event: AppEvent) => void;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** The first complete picture is on screen. */
  readonly painted: () => void;
  /** The window has sent what it could; it holds this many edits that are not on disk. */
  readonly settled: (answer: Settled) => void;
}
