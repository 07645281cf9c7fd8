import { t } from '../words/words.ts';
import { call } from './host.ts';
import { announce } from './project.ts';
import { changeSettings, type Settings } from './settings.ts';

/** Writes the keys that a person chose to a file. */
export async function exportKeys(): Promise<void> {
  const reply = await call('keys.exportFile', {});
  if (!reply.ok) announce(reply.error.message, 'problem');
  else if ('file' in reply.value) {
    const { file } = reply.value;
    announce(() => t('shortcuts.written', { file }));
  }
}

/**
 * Reads keys from a file; they take the place of those a person chose.
 * @param isFree whether a key may be given to a command of this id; others are left out and counted
 */
export async function importKeys(isFree: (id: string, keys: string) => boolean): Promise<void> {
  const reply = await call('keys.importFile', {});
  if (!reply.ok) {
    announce(reply.error.message, 'problem');
    return;
  }
  if ('cancelled' in reply.value) return;
  const read = Object.entries(reply.value.keys);
  const kept = read.map(([id, keys]) => [id, keys.filter((one) => isFree(id, one))] as const);
  const keys: Settings['keys'] = Object.fromEntries(kept);
  const count = (entries: readonly (readonly [string, readonly string[]])[]): number =>
    entries.reduce((sum, [, list]) => sum + list.length, 0);
  const lost = count(read) - count(kept);
  await changeSettings({ keys });
  const { file } = reply.value;
  announce(() =>
    lost === 0 ? t('shortcuts.readFrom', { file }) : t('shortcuts.readLeft', { file, count: lost }),
  );
}
