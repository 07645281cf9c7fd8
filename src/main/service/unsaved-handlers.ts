import { writeFile } from 'node:fs/promises';
import type { Handlers } from '../../ipc/server.ts';
import type { Dialogs } from './dialogs.ts';
import { refuse } from './problems.ts';

/** Ways out for work that the disk of the project did not take. */
export function unsavedHandlers(
  dialogs: Dialogs,
): Pick<Handlers, 'unsaved.export' | 'clipboard.write'> {
  return {
    'unsaved.export': async ({ text }) => {
      const file = await dialogs.saveAs('Keep unsaved work', 'unsaved-work.json', 'json');
      if (file === undefined) return { ok: true, value: { cancelled: true } };
      try {
        await writeFile(file, text);
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause);
        return refuse('io', `Not written to ${file}: ${reason}`, file);
      }
      return { ok: true, value: { file } };
    },
    'clipboard.write': async ({ text }) => {
      await dialogs.copy(text);
      return { ok: true, value: {} };
    },
  };
}
