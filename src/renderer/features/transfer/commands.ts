import { inBackground } from '../../state/background.ts';
import { ANYWHERE, type Command, IN_PROJECT } from '../../state/commands.ts';
import { openExport } from '../../state/export.ts';
import { useImport } from '../../state/import-batch.ts';
import { chooseAndBringIn } from '../../state/import-first.ts';
import { applyImport } from '../../state/importing.ts';
import { useProject } from '../../state/project.ts';
import { goTo, openDialog, useView } from '../../state/view.ts';
import { leaveImport } from './leave-import.ts';

const GROUP = 'Import and export';

const writable = (): boolean => useProject.getState().project?.readOnly !== true;
const hasProject = (): boolean => useProject.getState().project !== undefined;
const importing = (): boolean =>
  useView.getState().place === 'import' && useImport.getState().phase === 'open';

/** What brings articles in and datasets out. */
export const transferCommands: readonly Command[] = [
  {
    id: 'import.files',
    title: 'Import files…',
    group: GROUP,
    where: ANYWHERE,
    keys: ['$mod+i'],
    enabled: writable,
    run: () => inBackground(chooseAndBringIn('files')),
  },
  {
    id: 'import.folder',
    title: 'Import a folder…',
    group: GROUP,
    where: ANYWHERE,
    keys: [],
    enabled: writable,
    run: () => inBackground(chooseAndBringIn('folder')),
  },
  {
    id: 'import.paste',
    title: 'Paste as new article…',
    group: GROUP,
    where: ANYWHERE,
    keys: ['$mod+Shift+v'],
    enabled: writable,
    run: () => openDialog('paste'),
  },
  {
    id: 'import.show',
    title: 'Go to import',
    group: GROUP,
    where: IN_PROJECT,
    keys: [],
    enabled: () => hasProject() && useView.getState().place !== 'import',
    run: () => goTo('import'),
  },
  {
    id: 'import.apply',
    title: 'Import what is ready',
    group: GROUP,
    where: ['import'],
    keys: ['$mod+Enter'],
    enabled: importing,
    run: () => inBackground(applyImport()),
  },
  {
    id: 'import.cancel',
    title: 'Cancel the import',
    group: GROUP,
    where: ['import'],
    keys: ['Escape'],
    enabled: importing,
    run: leaveImport,
  },
  {
    id: 'export.open',
    title: 'Export a dataset…',
    group: GROUP,
    where: IN_PROJECT,
    keys: ['$mod+e'],
    enabled: hasProject,
    run: () => openExport(),
  },
];
