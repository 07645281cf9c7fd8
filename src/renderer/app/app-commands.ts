import { inBackground } from '../state/background.ts';
import { ANYWHERE, type Command, IN_PROJECT } from '../state/commands.ts';
import { redo, undo } from '../state/desk.ts';
import { useProject } from '../state/project.ts';
import { closeProject, openFolder, openSample } from '../state/session.ts';
import { openDialog, togglePane, useView } from '../state/view.ts';

const always = (): boolean => true;
const hasProject = (): boolean => useProject.getState().project !== undefined;
const onDesk = (): boolean => hasProject() && useView.getState().place === 'articles';
const canUndo = (): boolean => onDesk() || (hasProject() && useView.getState().place === 'search');

const project: readonly Command[] = [
  {
    id: 'project.sample',
    title: 'Open the sample',
    group: 'Project',
    where: ANYWHERE,
    keys: [],
    enabled: always,
    run: () => inBackground(openSample()),
  },
  {
    id: 'project.new',
    title: 'New project…',
    group: 'Project',
    where: ANYWHERE,
    keys: ['$mod+Shift+n'],
    enabled: always,
    run: () => openDialog('new-project'),
  },
  {
    id: 'project.open',
    title: 'Open project…',
    group: 'Project',
    where: ANYWHERE,
    keys: ['$mod+o'],
    enabled: always,
    run: () => inBackground(openFolder()),
  },
  {
    id: 'project.rename',
    title: 'Rename project…',
    group: 'Project',
    where: IN_PROJECT,
    keys: [],
    enabled: () => useProject.getState().project?.readOnly === false,
    run: () => openDialog('rename'),
  },
  {
    id: 'analyst.actAs',
    title: 'Act as…',
    group: 'Project',
    where: IN_PROJECT,
    keys: [],
    enabled: () => useProject.getState().project?.readOnly === false,
    run: () => openDialog('act-as'),
  },
  {
    id: 'project.close',
    title: 'Close project',
    group: 'Project',
    where: IN_PROJECT,
    keys: [],
    enabled: hasProject,
    run: () => inBackground(closeProject()),
  },
];

const edit: readonly Command[] = [
  {
    id: 'history.undo',
    title: 'Undo',
    group: 'Edit',
    where: ['articles', 'search'],
    keys: ['$mod+z'],
    enabled: canUndo,
    run: () => inBackground(undo()),
  },
  {
    id: 'history.redo',
    title: 'Redo',
    group: 'Edit',
    where: ['articles', 'search'],
    keys: ['$mod+Shift+z', '$mod+y'],
    enabled: canUndo,
    run: () => inBackground(redo()),
  },
];

const view: readonly Command[] = [
  {
    id: 'palette.open',
    title: 'Search or run…',
    group: 'Window',
    where: ANYWHERE,
    keys: ['$mod+k'],
    enabled: always,
    run: () => openDialog('palette'),
  },
  {
    id: 'view.articles',
    title: 'Show or hide the articles pane',
    group: 'Window',
    where: ['articles'],
    keys: ['['],
    enabled: onDesk,
    run: () => togglePane('articlesPane'),
  },
  {
    id: 'view.details',
    title: 'Show or hide the details pane',
    group: 'Window',
    where: ['articles'],
    keys: [']'],
    enabled: onDesk,
    run: () => togglePane('detailsPane'),
  },
  {
    id: 'keys.open',
    title: 'All keys',
    group: 'Window',
    where: ANYWHERE,
    keys: ['?'],
    enabled: always,
    run: () => openDialog('keys'),
  },
];

/** What can be done with the window and the project as a whole. */
export const appCommands: readonly Command[] = [...project, ...edit, ...view];
