import type { MenuId } from '../state/menu-names.ts';
import type { PlainKey } from '../words/catalogue.ts';

/** What the system does itself, with its title. */
export interface RoleLine {
  readonly role:
    | 'about'
    | 'services'
    | 'hide'
    | 'hideOthers'
    | 'unhide'
    | 'quit'
    | 'cut'
    | 'copy'
    | 'paste'
    | 'selectAll'
    | 'resetZoom'
    | 'zoomIn'
    | 'zoomOut'
    | 'togglefullscreen'
    | 'minimize'
    | 'zoom'
    | 'front';
  readonly title: PlainKey;
}

/** Commands by their ids under one title. */
export interface SubmenuLine {
  readonly title: PlainKey;
  readonly commands: readonly string[];
}

/** A line of a menu: a command by its id, a role, a submenu, or `-` for a line between groups. */
export type MenuLine = string | RoleLine | SubmenuLine;

const role = (name: RoleLine['role'], title: PlainKey): RoleLine => ({ role: name, title });

const THEMES = ['system', 'light', 'sepia', 'dark', 'high-contrast'].map(
  (one) => `settings.theme.${one}`,
);
const EDGES = ['end.right', 'end.left', 'start.right', 'start.left'].map(
  (one) => `annotation.${one}`,
);
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((one) => `label.${one}`);

/**
 * What stands where. Commands that are not named come at the end of the menu of their kind
 * ({@link MENU_OF_KIND}), so that a new command is never left out.
 */
export const MENU_LINES: Readonly<Record<MenuId, readonly MenuLine[]>> = {
  file: [
    'project.new',
    'project.newFrom',
    'project.open',
    'project.sample',
    '-',
    'import.files',
    'import.folder',
    'import.paste',
    'import.apply',
    '-',
    'export.open',
    '-',
    'bundle.handOver',
    'bundle.takeIn',
    '-',
    'project.rename',
    'analyst.actAs',
    'project.close',
  ],
  edit: [
    'history.undo',
    'history.redo',
    '-',
    role('cut', 'keys.cut'),
    role('copy', 'keys.copy'),
    role('paste', 'keys.paste'),
    role('selectAll', 'keys.selectAll'),
    '-',
    'find.open',
    'find.next',
    'find.previous',
  ],
  view: [
    'view.articles',
    'view.details',
    'codebook.guidelines',
    'text.focusMode',
    '-',
    'text.larger',
    'text.smaller',
    'text.numbers',
    'furniture.toggle',
    '-',
    { title: 'keys.menuLook', commands: THEMES },
    role('resetZoom', 'keys.actualSize'),
    role('zoomIn', 'keys.zoomIn'),
    role('zoomOut', 'keys.zoomOut'),
    role('togglefullscreen', 'keys.fullScreen'),
  ],
  annotate: [
    ...DIGITS,
    '-',
    'annotation.details',
    'annotation.note',
    'annotation.sameValues',
    'relation.begin',
    '-',
    'annotation.again',
    'annotation.addPart',
    'annotation.removePart',
    'annotation.split',
    'annotation.merge',
    'annotation.sentence',
    { title: 'keys.menuEdges', commands: EDGES },
    'text.snap',
    '-',
    'annotation.copy',
    'annotation.remove',
    '-',
    'furniture.mark',
    'furniture.unmark',
  ],
  article: ['article.submit', 'article.takeBack', '-', 'articles.filter'],
  codebook: ['codebook.publish', 'codebook.secondLook'],
  go: [
    'palette.open',
    '-',
    'article.next',
    'article.previous',
    'annotation.next',
    'annotation.previous',
    'annotation.stack',
    'text.focus',
    'text.unmarked',
    '-',
    'import.show',
    'search.show',
    'statistics.show',
    'codebook.show',
    'agreement.show',
    'review.show',
  ],
  help: ['keys.open', 'keys.change'],
};

/** The menu where a command stands that no line names, by what its id begins with. */
export const MENU_OF_KIND: Readonly<Record<string, MenuId>> = {
  project: 'file',
  analyst: 'file',
  import: 'file',
  export: 'file',
  bundle: 'file',
  settings: 'view',
  view: 'view',
  text: 'view',
  reading: 'view',
  furniture: 'view',
  find: 'edit',
  history: 'edit',
  annotation: 'annotate',
  label: 'annotate',
  relation: 'annotate',
  select: 'annotate',
  relations: 'annotate',
  comment: 'annotate',
  comments: 'annotate',
  attribute: 'annotate',
  article: 'article',
  articles: 'article',
  layer: 'article',
  codebook: 'codebook',
  review: 'article',
  search: 'go',
  statistics: 'go',
  agreement: 'go',
  palette: 'go',
  keys: 'help',
};

/** Commands that are in no menu, and why. */
export const IN_NO_MENU: Readonly<Record<string, string>> = {
  'annotation.escape': 'Esc; a menu that was opened took the selection’s place already.',
  'text.focusEnd': 'Esc; Focus mode in the menu View ends it.',
  'search.stop': 'Esc, and the button beside the progress.',
  'statistics.close': 'Esc, and the button of the list.',
  'agreement.close': 'Esc, and the button of the list.',
  'import.cancel': 'Esc, and the button of the import.',
  'codebook.undo': 'Undo in the menu Edit does it while the codebook is shown.',
  'codebook.redo': 'Redo in the menu Edit does it while the codebook is shown.',
  'door.sample': 'Open the sample in the menu File.',
  'door.import': 'Import files in the menu File.',
  'door.open': 'Open project in the menu File.',
};

/** Commands that one line of a menu stands for, apart from its own; the first at hand is run. */
export const STANDS_FOR: Readonly<Record<string, readonly string[]>> = {
  'history.undo': ['codebook.undo'],
  'history.redo': ['codebook.redo'],
};
