import { inBackground } from '../../state/background.ts';
import { ANYWHERE, type Command, IN_PROJECT } from '../../state/commands.ts';
import { openExport } from '../../state/export.ts';
import { useImport } from '../../state/import-batch.ts';
import { chooseAndBringIn } from '../../state/import-first.ts';
import { applyImport } from '../../state/importing.ts';
import { useProject } from '../../state/project.ts';
import { goTo, openDialog, useView } from '../../state/view.ts';
import { t } from '../../words/words.ts';
import { leaveImport } from './leave-import.ts';

const writable = (): boolean => useProject.getState().project?.readOnly !== true;
const hasProject = (): boolean => useProject.getState().project !== undefined;
const importing = (): boolean =>
  useView.getState().place === 'import' && useImport.getState().phase === 'open';

/** What brings articles in and datasets out. */
export const transferCommands: readonly Command[] = [
  {
    id: 'import.files',
    get title() {
      return t('transfer.files');
    },
    get group() {
      return t('transfer.group');
    },
    where: ANYWHERE,
    keys: ['$mod+i'],
    enabled: writable,
    run: () => inBackground(chooseAndBringIn('files')),
  },
  {
    id: 'import.folder',
    get title() {
      return t('transfer.folder');
    },
    get group() {
      return t('transfer.group');
    },
    where: ANYWHERE,
    keys: [],
    enabled: writable,
    run: () => inBackground(chooseAndBringIn('folder')),
  },
  {
    id: 'import.paste',
    get title() {
      return t('transfer.paste');
    },
    get group() {
      return t('transfer.group');
    },
    where: ANYWHERE,
    keys: ['$mod+Shift+v'],
    enabled: writable,
    run: () => openDialog('paste'),
  },
  {
    id: 'import.show',
    get title() {
      return t('transfer.goToImport');
    },
    get group() {
      return t('transfer.group');
    },
    where: IN_PROJECT,
    keys: [],
    enabled: () => hasProject() && useView.getState().place !== 'import',
    run: () => goTo('import'),
  },
  {
    id: 'import.apply',
    get title() {
      return t('transfer.importReady');
    },
    get group() {
      return t('transfer.group');
    },
    where: ['import'],
    keys: ['$mod+Enter'],
    enabled: importing,
    run: () => inBackground(applyImport()),
  },
  {
    id: 'import.cancel',
    get title() {
      return t('transfer.cancelImport');
    },
    get group() {
      return t('transfer.group');
    },
    where: ['import'],
    keys: ['Escape'],
    enabled: importing,
    run: leaveImport,
  },
  {
    id: 'export.open',
    get title() {
      return t('transfer.exportCommand');
    },
    get group() {
      return t('transfer.group');
    },
    where: IN_PROJECT,
    keys: ['$mod+e'],
    enabled: hasProject,
    run: () => openExport(),
  },
];
