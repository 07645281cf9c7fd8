import { createContext, useContext } from 'react';
import type { Keyboard } from './key-names.ts';

/** Which keyboard the hints are for; the app provides it once. */
export const KeyboardContext = createContext<Keyboard>('other');

/** The key that a command has now; the app provides it, since keys can be changed. */
export const CommandKeysContext = createContext<(command: string) => string | undefined>(
  () => undefined,
);

/** The keyboard of this computer. */
export function useKeyboard(): Keyboard {
  return useContext(KeyboardContext);
}
