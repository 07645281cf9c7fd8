import { inBackground } from '../../state/background.ts';
import { showPublishing, showSection, undoHere, useCodebook } from '../../state/codebook.ts';
import { exportCodebook, importCodebook } from '../../state/codebook-files.ts';
import { type Command, IN_PROJECT } from '../../state/commands.ts';
import { redo } from '../../state/desk.ts';
import { toggleGuidelines } from '../../state/guidelines.ts';
import { useProject } from '../../state/project.ts';
import { goTo, useView } from '../../state/view.ts';

const GROUP = 'Codebook';

const hasProject = (): boolean => useProject.getState().project !== undefined;
const isOpen = (): boolean => hasProject() && useView.getState().place === 'codebook';

/** What shows, changes and publishes the codebook. */
export const codebookCommands: readonly Command[] = [
  {
    id: 'codebook.show',
    title: 'Go to the codebook',
    group: GROUP,
    where: IN_PROJECT,
    keys: ['$mod+Shift+b'],
    enabled: () => hasProject() && !isOpen(),
    run: () => goTo('codebook'),
  },
  {
    id: 'codebook.guidelines',
    title: 'Show or hide the guidelines beside the text',
    group: GROUP,
    where: ['articles'],
    keys: ['g'],
    enabled: () => hasProject() && useView.getState().place === 'articles',
    run: toggleGuidelines,
  },
  {
    id: 'codebook.publish',
    title: 'Publish the codebook’s draft…',
    group: GROUP,
    where: ['codebook'],
    keys: ['$mod+Enter'],
    enabled: () => isOpen() && useCodebook.getState().draft !== undefined,
    run: () => showPublishing(true),
  },
  {
    id: 'codebook.secondLook',
    title: 'Go to what is to be looked at again',
    group: GROUP,
    where: IN_PROJECT,
    keys: [],
    enabled: hasProject,
    run: () => {
      showSection('second-look');
      goTo('codebook');
    },
  },
  {
    id: 'codebook.import',
    title: 'Read a codebook from a file…',
    group: GROUP,
    where: ['codebook'],
    keys: [],
    enabled: () => isOpen() && useProject.getState().project?.readOnly === false,
    run: () => inBackground(importCodebook()),
  },
  {
    id: 'codebook.exportYaml',
    title: 'Export the codebook as YAML…',
    group: GROUP,
    where: IN_PROJECT,
    keys: [],
    enabled: hasProject,
    run: () => inBackground(exportCodebook('yaml')),
  },
  {
    id: 'codebook.exportJson',
    title: 'Export the codebook as JSON…',
    group: GROUP,
    where: IN_PROJECT,
    keys: [],
    enabled: hasProject,
    run: () => inBackground(exportCodebook('json')),
  },
  {
    id: 'codebook.undo',
    title: 'Undo in the codebook',
    group: GROUP,
    where: ['codebook'],
    keys: ['$mod+z'],
    enabled: isOpen,
    run: undoHere,
  },
  {
    id: 'codebook.redo',
    title: 'Redo what was undone in the codebook',
    group: GROUP,
    where: ['codebook'],
    keys: ['$mod+Shift+z', '$mod+y'],
    enabled: () => isOpen() && useCodebook.getState().steps.length === 0,
    run: () => inBackground(redo()),
  },
];
