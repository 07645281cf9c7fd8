import type { Handlers } from '../../ipc/server.ts';
import type { Dialogs } from './dialogs.ts';
import { refuse } from './problems.ts';
import { writeWhole } from './write-whole.ts';

/** Ways out for work that the disk of the project did not take. */
export function unsavedHandlers(
  dialogs: Dialogs,
): Pick<Handlers, 'unsaved.export' | 'clipboard.write'> {
  return {
    'unsaved.export': async ({ text }) => {
      const file = await dialogs.saveAs('Keep unsaved work', 'unsaved-work.json', 'json');
      if (file === undefined) return { ok: true, value: { cancelled: true } };
      const written = await writeWhole(file, [text]);
      return written.ok ? { ok: true, value: { file } } : refuse('io', written.error, file);
    },
    'clipboard.write': async ({ text }) => {
      await dialogs.copy(text);
      return { ok: true, value: {} };
    },
  };
}
