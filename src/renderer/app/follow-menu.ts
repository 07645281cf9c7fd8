import type { Input } from '../../ipc/contract.ts';
import { SHELL_WORDS } from '../../ipc/shell-word-list.ts';
import { useAgreement } from '../state/agreement.ts';
import { inBackground } from '../state/background.ts';
import { useCodebook } from '../state/codebook.ts';
import { isEnabled } from '../state/commands.ts';
import { call, onEvent } from '../state/host.ts';
import { useImport } from '../state/import-batch.ts';
import { announce, useProject } from '../state/project.ts';
import { useSearch } from '../state/searching.ts';
import { useSession } from '../state/session.ts';
import { useSettings } from '../state/settings.ts';
import { useStatistics } from '../state/statistics.ts';
import { useView } from '../state/view.ts';
import { said } from '../words/said.ts';
import { onLanguage, t } from '../words/words.ts';
import { commandBehind, describeMenus, isCovered } from './app-menu.ts';
import { isTyping } from './keymap.ts';

/** Milliseconds within which changes go to the menu as one. */
const TOGETHER_MS = 120;

/** What the fields of the page do themselves when the menu asks for it. */
const IN_FIELDS: Readonly<Record<string, string>> = {
  'history.undo': 'undo',
  'history.redo': 'redo',
};

function chosen(id: string, byKey: boolean): void {
  const inField = IN_FIELDS[id];
  if (inField !== undefined && isTyping(document.activeElement)) {
    // The only way to undo in a field from outside it, and every browser keeps it.
    document.execCommand(inField);
    return;
  }
  // The page has seen the key already, and either ran the command or had a reason not to.
  if (byKey || isCovered()) return;
  const command = commandBehind(id);
  if (command !== undefined && isEnabled(command)) command.run();
}

/** The platform's dialogs speak the language of the window. */
async function showWords(): Promise<void> {
  const words = Object.fromEntries(SHELL_WORDS.map((english) => [english, said(english)]));
  const reply = await call('shell.words', { words: words as Input<'shell.words'>['words'] });
  if (!reply.ok)
    announce(() => t('state.menuNotShown', { reason: said(reply.error.message) }), 'problem');
}

let sent = '';

async function show(): Promise<void> {
  const { platform, phase } = useSession.getState();
  if (phase === 'starting') return;
  const menus = describeMenus(platform === 'darwin');
  const described = JSON.stringify(menus);
  if (described === sent) return;
  sent = described;
  const reply = await call('menu.show', { menus });
  if (!reply.ok)
    announce(() => t('state.menuNotShown', { reason: said(reply.error.message) }), 'problem');
}

/** Runs what the application's menu asks for, and keeps the menu in step with the window. */
export function followMenu(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      inBackground(show());
    }, TOGETHER_MS);
  };
  const stores = [
    useCodebook,
    useImport,
    useProject,
    useSearch,
    useSession,
    useSettings,
    useAgreement,
    useStatistics,
    useView,
  ];
  const stops = stores.map((store) => store.subscribe(soon));
  // What is at hand also depends on the focus, the selection and features of their own.
  const events = ['keyup', 'pointerup', 'focusin', 'selectionchange'] as const;
  for (const name of events) document.addEventListener(name, soon);
  const stopLanguage = onLanguage(() => {
    soon();
    inBackground(showWords());
  });
  inBackground(showWords());
  const modal = new MutationObserver(soon);
  modal.observe(document.documentElement, { attributeFilter: ['data-modal'] });
  const stopEvents = onEvent((event) => {
    if (event.type === 'command') chosen(event.command, event.byKey);
  });
  return () => {
    clearTimeout(timer);
    for (const stop of stops) stop();
    for (const name of events) document.removeEventListener(name, soon);
    stopLanguage();
    modal.disconnect();
    stopEvents();
  };
}
