import type { ShellWord } from '../../ipc/shell-word-list.ts';

/** What the service asks a person; the window answers with the platform's dialogs, tests with values. */
export interface Dialogs {
  /** Files to import; `undefined` where the dialog was closed. */
  readonly chooseArticles: () => Promise<string[] | undefined>;
  /** Bundles of colleagues; `undefined` where the dialog was closed. */
  readonly chooseBundles: () => Promise<string[] | undefined>;
  /** A folder; `undefined` where the dialog was closed. */
  readonly chooseFolder: (title: ShellWord) => Promise<string | undefined>;
  /** One file of a kind; `undefined` where the dialog was closed. Extensions without the dot. */
  readonly chooseFile: (
    title: ShellWord,
    name: ShellWord,
    extensions: readonly string[],
  ) => Promise<string | undefined>;
  /** Where to write a file; `undefined` where the dialog was closed. */
  readonly saveAs: (
    title: ShellWord,
    name: string,
    extension: string,
  ) => Promise<string | undefined>;
  /** Where to make a new project folder; `undefined` where the dialog was closed. */
  readonly newProject: (name: string) => Promise<string | undefined>;
  /** Puts text on the clipboard. */
  readonly copy: (text: string) => Promise<void>;
}
