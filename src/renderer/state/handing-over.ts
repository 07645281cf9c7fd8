import { create } from 'zustand';
import type { Input, Output } from '../../ipc/contract.ts';
import type { AppError } from '../../ipc/errors.ts';
import { t } from '../words/words.ts';
import { whenSaved } from './desk.ts';
import { call } from './host.ts';
import { announce } from './project.ts';

/** What a bundle would hold. */
export type Contents = Output<'bundle.contents'>;

/** What was written. */
export type Made = Extract<Output<'bundle.make'>, { file: string }>;

/** Handing over, as far as it has come. */
export interface HandingState {
  /** `undefined` while it is worked out. */
  readonly contents: Contents | undefined;
  readonly busy: boolean;
  readonly made: Made | undefined;
  readonly error: AppError | undefined;
}

const NOTHING: HandingState = {
  contents: undefined,
  busy: false,
  made: undefined,
  error: undefined,
};

/** Handing over. Read with a selector. */
export const useHanding = create<HandingState>()(() => NOTHING);

const set = useHanding.setState;

/** Works out what a bundle of an analyst would hold; of oneself where nobody is named. */
export async function loadContents(analyst?: string): Promise<void> {
  set(NOTHING);
  await whenSaved();
  const reply = await call('bundle.contents', analyst === undefined ? {} : { analyst });
  if (reply.ok) set({ contents: reply.value });
  else set({ error: reply.error });
}

/** Makes a bundle; a dialog of the system asks where to. */
export async function handOver(asked: Input<'bundle.make'>): Promise<void> {
  if (useHanding.getState().busy) return;
  set({ busy: true, made: undefined, error: undefined });
  await whenSaved();
  const reply = await call('bundle.make', asked);
  set({ busy: false });
  if (!reply.ok) {
    set({ error: reply.error });
    return;
  }
  if ('cancelled' in reply.value) return;
  set({ made: reply.value });
  const { file } = reply.value;
  announce(() => t('handover.written', { file }));
}
