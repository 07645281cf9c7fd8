import { create } from 'zustand';
import type { Output } from '../../ipc/contract.ts';
import { type LanguageChoice, languageFor } from '../words/languages.ts';
import { said } from '../words/said.ts';
import { showLanguage, t } from '../words/words.ts';
import { call } from './host.ts';
import { announce } from './project.ts';

/** What a person chose to keep across starts. */
export type Settings = Output<'settings.write'>;

/** The settings. Read with a selector; changed by {@link changeSettings} only. */
export const useSettings = create<Settings>()(() => ({
  language: 'system',
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

async function follow(choice: LanguageChoice): Promise<void> {
  const shown = await showLanguage(languageFor(choice, navigator.languages));
  if (!shown) announce(() => t('settings.languageMissing'), 'problem');
}

/** Takes over settings as the main process has them; resolves when their language is shown. */
export async function showSettings(settings: Settings): Promise<void> {
  await follow(settings.language);
  useSettings.setState(settings);
}

/** Changes settings at once and keeps them. */
export async function changeSettings(patch: Partial<Settings>): Promise<void> {
  useSettings.setState(patch);
  if (patch.language !== undefined) await follow(patch.language);
  const reply = await call('settings.write', patch);
  if (!reply.ok)
    announce(() => t('settings.notKept', { reason: said(reply.error.message) }), 'problem');
}
