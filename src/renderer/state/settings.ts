import { create } from 'zustand';
import type { Output } from '../../ipc/contract.ts';
import { call } from './host.ts';
import { announce } from './project.ts';

/** What a person chose to keep across starts. */
export type Settings = Output<'settings.write'>;

/** The settings. Read with a selector; changed by {@link changeSettings} only. */
export const useSettings = create<Settings>()(() => ({
  theme: 'system',
  snap: 'word',
  textSize: 19,
  textFont: 'serif',
  lineWidth: 65,
  lineSpacing: 'normal',
  letterSpacing: 'normal',
  furniture: 'folded',
  numbers: 'paragraphs',
  attributesAfterTagging: true,
  analystName: '',
  keys: {},
  recentCommands: [],
}));

/** Takes over settings as the main process has them. */
export function showSettings(settings: Settings): void {
  useSettings.setState(settings);
}

/** Changes settings at once and keeps them. */
export async function changeSettings(patch: Partial<Settings>): Promise<void> {
  useSettings.setState(patch);
  const reply = await call('settings.write', patch);
  if (!reply.ok)
    announce(`The setting works now but was not kept: ${reply.error.message}`, 'problem');
}
