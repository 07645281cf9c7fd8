import { inBackground } from '../state/background.ts';
import { ANYWHERE, type Command, IN_PROJECT } from '../state/commands.ts';
import { redo, undo } from '../state/desk.ts';
import { useProject } from '../state/project.ts';
import { closeProject, openFolder, openSample } from '../state/session.ts';
import { openDialog, togglePane, useView } from '../state/view.ts';
import { t } from '../words/words.ts';

const always = (): boolean => true;
const hasProject = (): boolean => useProject.getState().project !== undefined;
const onDesk = (): boolean => hasProject() && useView.getState().place === 'articles';
const canUndo = (): boolean =>
  hasProject() && ['articles', 'search', 'review'].includes(useView.getState().place);

const project: readonly Command[] = [
  {
    id: 'project.sample',
    get title() {
      return t('commands.openSample');
    },
    get group() {
      return t('commands.groupProject');
    },
    where: ANYWHERE,
    keys: [],
    enabled: always,
    run: () => inBackground(openSample()),
  },
  {
    id: 'project.new',
    get title() {
      return t('commands.newProject');
    },
    get group() {
      return t('commands.groupProject');
    },
    where: ANYWHERE,
    keys: ['$mod+Shift+n'],
    enabled: always,
    run: () => openDialog('new-project'),
  },
  {
    id: 'project.newFrom',
    get title() {
      return t('commands.newFrom');
    },
    get group() {
      return t('commands.groupProject');
    },
    where: ANYWHERE,
    keys: [],
    enabled: always,
    run: () => openDialog('new-from'),
  },
  {
    id: 'project.open',
    get title() {
      return t('commands.openProject');
    },
    get group() {
      return t('commands.groupProject');
    },
    where: ANYWHERE,
    keys: ['$mod+o'],
    enabled: always,
    run: () => inBackground(openFolder()),
  },
  {
    id: 'project.rename',
    get title() {
      return t('commands.renameProject');
    },
    get group() {
      return t('commands.groupProject');
    },
    where: IN_PROJECT,
    keys: [],
    enabled: () => useProject.getState().project?.readOnly === false,
    run: () => openDialog('rename'),
  },
  {
    id: 'analyst.actAs',
    get title() {
      return t('commands.actAs');
    },
    get group() {
      return t('commands.groupProject');
    },
    where: IN_PROJECT,
    keys: [],
    enabled: () => useProject.getState().project?.readOnly === false,
    run: () => openDialog('act-as'),
  },
  {
    id: 'project.close',
    get title() {
      return t('commands.closeProject');
    },
    get group() {
      return t('commands.groupProject');
    },
    where: IN_PROJECT,
    keys: [],
    enabled: hasProject,
    run: () => inBackground(closeProject()),
  },
];

const edit: readonly Command[] = [
  {
    id: 'history.undo',
    get title() {
      return t('commands.undo');
    },
    get group() {
      return t('commands.groupEdit');
    },
    where: ['articles', 'search', 'review'],
    keys: ['$mod+z'],
    enabled: canUndo,
    run: () => inBackground(undo()),
  },
  {
    id: 'history.redo',
    get title() {
      return t('commands.redo');
    },
    get group() {
      return t('commands.groupEdit');
    },
    where: ['articles', 'search', 'review'],
    keys: ['$mod+Shift+z', '$mod+y'],
    enabled: canUndo,
    run: () => inBackground(redo()),
  },
];

const view: readonly Command[] = [
  {
    id: 'palette.open',
    get title() {
      return t('commands.search');
    },
    get group() {
      return t('commands.groupWindow');
    },
    where: ANYWHERE,
    keys: ['$mod+k'],
    enabled: always,
    run: () => openDialog('palette'),
  },
  {
    id: 'view.articles',
    get title() {
      return t('commands.articlesPane');
    },
    get group() {
      return t('commands.groupWindow');
    },
    get menuTitle() {
      return t('keys.menuArticlesPane');
    },
    where: ['articles'],
    keys: ['['],
    enabled: onDesk,
    checked: () => useView.getState().articlesPane,
    run: () => togglePane('articlesPane'),
  },
  {
    id: 'view.details',
    get title() {
      return t('commands.detailsPane');
    },
    get group() {
      return t('commands.groupWindow');
    },
    get menuTitle() {
      return t('keys.menuDetailsPane');
    },
    where: ['articles'],
    keys: [']'],
    enabled: onDesk,
    checked: () => useView.getState().detailsPane,
    run: () => togglePane('detailsPane'),
  },
];

/** What can be done with the window and the project as a whole. */
export const appCommands: readonly Command[] = [...project, ...edit, ...view];
