import type { BrowserWindow } from 'electron';
import { clipboard, dialog } from 'electron';
import type { ShellWord } from '../../ipc/shell-word-list.ts';
import type { Dialogs } from '../service/dialogs.ts';

const ARTICLES =
  'txt text md markdown html htm mhtml mht docx docm pdf eml mbox warc gz jsonl'.split(' ');

const SEVERAL: ('openFile' | 'multiSelections')[] = ['openFile', 'multiSelections'];

/** The dialogs of the platform, over the window. */
export function nativeDialogs(
  window: () => BrowserWindow | undefined,
  say: (english: ShellWord) => string,
): Dialogs {
  async function open(options: Electron.OpenDialogOptions): Promise<string[] | undefined> {
    const parent = window();
    const answer =
      parent === undefined
        ? await dialog.showOpenDialog(options)
        : await dialog.showOpenDialog(parent, options);
    return answer.canceled || answer.filePaths.length === 0 ? undefined : answer.filePaths;
  }
  function openSeveral(
    title: ShellWord,
    name: ShellWord,
    extensions: string[],
  ): Promise<string[] | undefined> {
    const filters = [
      { name: say(name), extensions },
      { name: say('All files'), extensions: ['*'] },
    ];
    return open({ title: say(title), buttonLabel: say('Choose'), properties: SEVERAL, filters });
  }
  async function save(options: Electron.SaveDialogOptions): Promise<string | undefined> {
    const parent = window();
    const answer =
      parent === undefined
        ? await dialog.showSaveDialog(options)
        : await dialog.showSaveDialog(parent, options);
    return answer.canceled || answer.filePath === '' ? undefined : answer.filePath;
  }
  return {
    chooseArticles: () => openSeveral('Import articles', 'Articles', ARTICLES),
    chooseBundles: () => openSeveral('Take in', 'Bundles', ['vbundle', 'age']),
    chooseFolder: async (title) =>
      (await open({ title: say(title), properties: ['openDirectory'] }))?.[0],
    chooseFile: async (title, name, extensions) => {
      const filters = [{ name: say(name), extensions: [...extensions] }];
      return (await open({ title: say(title), properties: ['openFile'], filters }))?.[0];
    },
    saveAs: (title, name, extension) =>
      save({
        title: say(title),
        defaultPath: name,
        // A folder has no extension to filter by.
        filters:
          extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }],
      }),
    newProject: (name) =>
      save({
        title: say('New project'),
        defaultPath: `${name}.verbale`,
        buttonLabel: say('Create'),
      }),
    copy: async (text) => {
      await clipboard.writeText(text);
    },
  };
}
