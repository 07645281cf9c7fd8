import type { ComponentType } from 'react';
import { AssignDialog, TagDialog } from '../features/library/several-dialogs.tsx';
import { SettingsDialog } from '../features/settings/settings-dialog.tsx';
import { ExportDialog } from '../features/transfer/export-dialog.tsx';
import { PasteDialog } from '../features/transfer/paste-dialog.tsx';
import { useProject } from '../state/project.ts';
import { type OpenDialog, useView } from '../state/view.ts';
import { KeySheet } from './key-sheet.tsx';
import { ActAsDialog, NewProjectDialog, RenameDialog } from './name-dialogs.tsx';
import { Palette } from './palette.tsx';

const DIALOGS: Readonly<Record<OpenDialog, ComponentType>> = {
  palette: Palette,
  keys: KeySheet,
  settings: SettingsDialog,
  'new-project': NewProjectDialog,
  paste: PasteDialog,
  export: ExportDialog,
  rename: RenameDialog,
  'act-as': ActAsDialog,
  tag: TagDialog,
  assign: AssignDialog,
};

const NEED_PROJECT: ReadonlySet<OpenDialog> = new Set([
  'export',
  'rename',
  'act-as',
  'tag',
  'assign',
]);

/** Whatever lies over the window; each is mounted only while it is open, so that it starts fresh. */
export function Dialogs() {
  const dialog = useView((state) => state.dialog);
  const hasProject = useProject((state) => state.project !== undefined);
  if (dialog === undefined || (NEED_PROJECT.has(dialog) && !hasProject)) return null;
  const Shown = DIALOGS[dialog];
  return <Shown key={dialog} />;
}
