import { t } from '../words/words.ts';
import { unsavedWork } from './desk.ts';
import { call } from './host.ts';
import { announce } from './project.ts';

/** Tells the main process that the first complete picture is on screen. */
export async function reportPainted(): Promise<void> {
  await call('app.painted', {});
}

/** Puts text on the clipboard and says so. */
export async function copyText(text: string, words: () => string): Promise<void> {
  const reply = await call('clipboard.write', { text });
  announce(reply.ok ? words : reply.error.message, reply.ok ? 'polite' : 'problem');
}

/** Puts what waits to be saved on the clipboard. */
export async function copyUnsavedWork(): Promise<void> {
  await copyText(unsavedWork(), () => t('state.unsavedCopied'));
}

/** Writes what waits to be saved to a file of the person's choice. */
export async function keepUnsavedElsewhere(): Promise<void> {
  const reply = await call('unsaved.export', { text: unsavedWork() });
  if (!reply.ok) announce(reply.error.message, 'problem');
  else if ('file' in reply.value) {
    const { file } = reply.value;
    announce(() => t('state.unsavedWritten', { file }));
  }
}
