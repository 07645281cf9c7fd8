import { keysFor } from '../../state/commands.ts';
import { printPaper, savePaperAsHtml, savePaperAsPdf } from '../../state/paper.ts';
import { useProject } from '../../state/project.ts';
import { useSession } from '../../state/session.ts';
import { keyNames } from '../../ui/key-names.ts';
import { commandGroups, plainTitle } from './command-groups.ts';
import { FIXED_KEYS } from './fixed-keys.ts';
import './on-paper.css';
import { t } from '../../words/words.ts';
import css from './paper.css?inline';

/** A line of the sheet: what it is for, and its keys. */
interface PaperLine {
  readonly title: string;
  readonly keys: readonly string[];
}

interface PaperGroup {
  readonly name: string;
  readonly lines: readonly PaperLine[];
}

function groups(): readonly PaperGroup[] {
  const commands = commandGroups({ words: '', keys: undefined }).map(
    ({ name, commands: list }) => ({
      name,
      lines: list
        .map((command) => ({ title: plainTitle(command), keys: keysFor(command) }))
        .filter(({ keys }) => keys.length > 0),
    }),
  );
  const names = [...new Set(FIXED_KEYS.map(({ group }) => group))];
  const fixed = names.map((name) => ({
    name: t(name),
    lines: FIXED_KEYS.filter(({ group }) => group === name).map(({ title, keys }) => ({
      title: t(title),
      keys,
    })),
  }));
  return [...commands, ...fixed].filter(({ lines }) => lines.length > 0);
}

function element(
  tag: string,
  className: string,
  ...inside: readonly (Node | string)[]
): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...inside);
  return made;
}

function lineElement({ title, keys }: PaperLine): HTMLElement {
  const keyboard = useSession.getState().platform === 'darwin' ? 'mac' : 'other';
  const shortcuts = keys.map((one) =>
    element('span', 'shortcut', ...keyNames(one, keyboard).map((name) => element('kbd', '', name))),
  );
  return element('li', '', element('span', '', title), element('span', 'keys', ...shortcuts));
}

/** Whose keys: the project and its codebook, because labels have their keys from there. */
function underTitle(): string {
  const { project } = useProject.getState();
  if (project === undefined) return t('shortcuts.paperNoProject');
  return t('shortcuts.paperProject', {
    project: project.name,
    version: project.codebook.version,
  });
}

/** The key sheet as it goes to paper. */
function paperSheet(): HTMLElement {
  const sections = groups().map(({ name, lines }) =>
    element('section', '', element('h2', '', name), element('ul', '', ...lines.map(lineElement))),
  );
  const header = element(
    'header',
    '',
    element('h1', '', t('shortcuts.paperTitle')),
    element('p', '', underTitle()),
  );
  const sheet = element('article', 'paper', header, element('div', 'columns', ...sections));
  sheet.dataset['paper'] = '';
  return sheet;
}

/** Lays the key sheet out for paper while something is done with it. */
async function onPaper(work: () => Promise<void>): Promise<void> {
  const style = new CSSStyleSheet();
  style.replaceSync(css);
  const sheet = paperSheet();
  document.body.append(sheet);
  document.adoptedStyleSheets.push(style);
  try {
    await work();
  } finally {
    sheet.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== style);
  }
}

/** The key sheet as a page of its own. */
function paperPage(): string {
  const { lang, dir } = document.documentElement;
  const head = `<meta charset="utf-8"><title>${t('shortcuts.paperTitle')}</title><style>${css}</style>`;
  const direction = dir === '' ? '' : ` dir="${dir}"`;
  return `<!doctype html>\n<html lang="${lang}"${direction}><head>${head}</head><body>${paperSheet().outerHTML}</body></html>\n`;
}

/** Prints the key sheet. */
export function printKeys(): Promise<void> {
  return onPaper(printPaper);
}

/** Saves the key sheet as a PDF. */
export function saveKeysAsPdf(): Promise<void> {
  return onPaper(() => savePaperAsPdf(t('shortcuts.paperTitle')));
}

/** Saves the key sheet as a page of HTML. */
export function saveKeysAsHtml(): Promise<void> {
  return savePaperAsHtml(t('shortcuts.paperTitle'), paperPage());
}
