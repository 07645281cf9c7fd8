import { inBackground } from '../../state/background.ts';
import { showPublishing, showSection, undoHere, useCodebook } from '../../state/codebook.ts';
import { exportCodebook, importCodebook } from '../../state/codebook-files.ts';
import { type Command, IN_PROJECT } from '../../state/commands.ts';
import { redo } from '../../state/desk.ts';
import { toggleGuidelines, useGuidelines } from '../../state/guidelines.ts';
import { useProject } from '../../state/project.ts';
import { goTo, useView } from '../../state/view.ts';
import { t } from '../../words/words.ts';

const hasProject = (): boolean => useProject.getState().project !== undefined;
const isOpen = (): boolean => hasProject() && useView.getState().place === 'codebook';

/** What shows, changes and publishes the codebook. */
export const codebookCommands: readonly Command[] = [
  {
    id: 'codebook.show',
    get title() {
      return t('commands.goCodebook');
    },
    get group() {
      return t('commands.groupCodebook');
    },
    where: IN_PROJECT,
    keys: ['$mod+Shift+b'],
    enabled: () => hasProject() && !isOpen(),
    run: () => goTo('codebook'),
  },
  {
    id: 'codebook.guidelines',
    get title() {
      return t('commands.guidelines');
    },
    get group() {
      return t('commands.groupCodebook');
    },
    get menuTitle() {
      return t('keys.menuGuidelines');
    },
    where: ['articles'],
    keys: ['g'],
    enabled: () => hasProject() && useView.getState().place === 'articles',
    checked: () => useGuidelines.getState().shown,
    run: toggleGuidelines,
  },
  {
    id: 'codebook.publish',
    get title() {
      return t('commands.publish');
    },
    get group() {
      return t('commands.groupCodebook');
    },
    where: ['codebook'],
    keys: ['$mod+Enter'],
    enabled: () => isOpen() && useCodebook.getState().draft !== undefined,
    run: () => showPublishing(true),
  },
  {
    id: 'codebook.secondLook',
    get title() {
      return t('commands.lookAgain');
    },
    get group() {
      return t('commands.groupCodebook');
    },
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
    get title() {
      return t('commands.readCodebook');
    },
    get group() {
      return t('commands.groupCodebook');
    },
    where: ['codebook'],
    keys: [],
    enabled: () => isOpen() && useProject.getState().project?.readOnly === false,
    run: () => inBackground(importCodebook()),
  },
  {
    id: 'codebook.exportYaml',
    get title() {
      return t('commands.codebookYaml');
    },
    get group() {
      return t('commands.groupCodebook');
    },
    where: IN_PROJECT,
    keys: [],
    enabled: hasProject,
    run: () => inBackground(exportCodebook('yaml')),
  },
  {
    id: 'codebook.exportJson',
    get title() {
      return t('commands.codebookJson');
    },
    get group() {
      return t('commands.groupCodebook');
    },
    where: IN_PROJECT,
    keys: [],
    enabled: hasProject,
    run: () => inBackground(exportCodebook('json')),
  },
  {
    id: 'codebook.undo',
    get title() {
      return t('commands.undoCodebook');
    },
    get group() {
      return t('commands.groupCodebook');
    },
    where: ['codebook'],
    keys: ['$mod+z'],
    enabled: isOpen,
    run: undoHere,
  },
  {
    id: 'codebook.redo',
    get title() {
      return t('commands.redoCodebook');
    },
    get group() {
      return t('commands.groupCodebook');
    },
    where: ['codebook'],
    keys: ['$mod+Shift+z', '$mod+y'],
    enabled: () => isOpen() && useCodebook.getState().steps.length === 0,
    run: () => inBackground(redo()),
  },
];
