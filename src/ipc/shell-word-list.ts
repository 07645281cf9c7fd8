/** All that the platform's own dialogs say, in English; the window knows other languages. */
export const SHELL_WORDS = [
  'All files',
  'Articles',
  'Bundles',
  'Choose',
  'Codebooks',
  'Create',
  'Export',
  'Export chart',
  'Export keyboard shortcuts',
  'Export the agreement report',
  'Export the codebook',
  'Hand over',
  'Import a folder',
  'Import articles',
  'Import keyboard shortcuts',
  'Keep unsaved work',
  'Keyboard shortcuts',
  'New project',
  'Open a project',
  'Read a codebook',
  'Save',
  'Take in',
  'The file with your key',
  'The project to begin from',
  'Verbale could not close cleanly',
] as const;

/** One of them. */
export type ShellWord = (typeof SHELL_WORDS)[number];
