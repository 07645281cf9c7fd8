import type { ComponentType } from 'react';
import { useProject } from '../state/project.ts';
import { type OpenDialog, useView } from '../state/view.ts';
import { later } from './later.tsx';
import { ActAsDialog, NewProjectDialog, RenameDialog } from './name-dialogs.tsx';
import { NewFromDialog } from './new-from-dialog.tsx';
import { Palette } from './palette.tsx';

const DIALOGS: Readonly<Record<OpenDialog, ComponentType>> = {
  palette: Palette,
  keys: later(
    () => import('../features/shortcuts/key-sheet.tsx'),
    (dialog) => dialog.KeySheet,
  ),
  shortcuts: later(
    () => import('../features/shortcuts/shortcuts-dialog.tsx'),
    (dialog) => dialog.ShortcutsDialog,
  ),
  settings: later(
    () => import('../features/settings/settings-dialog.tsx'),
    (dialog) => dialog.SettingsDialog,
  ),
  'new-project': NewProjectDialog,
  'new-from': NewFromDialog,
  paste: later(
    () => import('../features/transfer/paste-dialog.tsx'),
    (dialog) => dialog.PasteDialog,
  ),
  export: later(
    () => import('../features/transfer/export-dialog.tsx'),
    (dialog) => dialog.ExportDialog,
  ),
  rename: RenameDialog,
  'act-as': ActAsDialog,
  tag: later(
    () => import('../features/library/several-dialogs.tsx'),
    (dialog) => dialog.TagDialog,
  ),
  assign: later(
    () => import('../features/library/several-dialogs.tsx'),
    (dialog) => dialog.AssignDialog,
  ),
  left: later(
    () => import('../features/library/left-dialog.tsx'),
    (dialog) => dialog.LeftDialog,
  ),
  'hand-over': later(
    () => import('../features/handover/hand-over-dialog.tsx'),
    (dialog) => dialog.HandOverDialog,
  ),
  'take-in': later(
    () => import('../features/handover/take-in-dialog.tsx'),
    (dialog) => dialog.TakeInDialog,
  ),
};

const NEED_PROJECT: ReadonlySet<OpenDialog> = new Set([
  'export',
  'rename',
  'act-as',
  'tag',
  'assign',
  'left',
  'hand-over',
  'take-in',
]);

/** Whatever lies over the window; each is mounted only while it is open, so that it starts fresh. */
export function Dialogs() {
  const dialog = useView((state) => state.dialog);
  const hasProject = useProject((state) => state.project !== undefined);
  if (dialog === undefined || (NEED_PROJECT.has(dialog) && !hasProject)) return null;
  const Shown = DIALOGS[dialog];
  return <Shown key={dialog} />;
}
