import { z } from 'zod';
import { recentSchema, settingsSchema } from '../../ipc/schemas.ts';
import type { PreferencesFile } from '../store/preferences-file.ts';

/** What is kept across starts, outside any project. */
export const preferencesSchema = z.object({
  settings: settingsSchema.partial().default({}),
  recent: z.array(recentSchema.omit({ reachable: true })).default([]),
});

type Kept = z.output<typeof preferencesSchema>;

/** Settings with every value set. */
export type Settings = z.output<typeof settingsSchema>;

/** A project opened before, without whether it can be reached now. */
export type KeptRecent = Kept['recent'][number];

/** Settings and recent projects. */
export interface Preferences {
  readonly settings: () => Settings;
  readonly recent: () => readonly KeptRecent[];
  readonly change: (patch: Partial<Settings>) => Promise<Settings>;
  readonly remember: (recent: KeptRecent) => Promise<void>;
}

const RECENT = 12;

const DEFAULTS: Settings = {
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
};

/**
 * Reads the preferences. A file that cannot be used means defaults: nothing in it is work, and
 * the next change writes a good one.
 */
export async function loadPreferences(file: PreferencesFile): Promise<Preferences> {
  const parsed = preferencesSchema.safeParse(await file.read());
  let kept: Kept = parsed.success ? parsed.data : { settings: {}, recent: [] };
  const settings = (): Settings => ({ ...DEFAULTS, ...kept.settings }) as Settings;
  return {
    settings,
    recent: () => kept.recent,
    async change(patch) {
      kept = { ...kept, settings: { ...kept.settings, ...patch } };
      await file.write(kept);
      return settings();
    },
    async remember(recent) {
      const others = kept.recent.filter((one) => one.folder !== recent.folder);
      kept = { ...kept, recent: [recent, ...others].slice(0, RECENT) };
      await file.write(kept);
    },
  };
}
