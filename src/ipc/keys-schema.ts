import { z } from 'zod';
import { isForbiddenName } from '../core/model/forbidden-name.ts';
import { LIMITS } from './limits.ts';

/** The name of a command, such as `article.next`. */
export const commandIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,79}$/u)
  .refine((id) => !isForbiddenName(id), 'This name is not allowed.');

/**
 * A shortcut: modifiers, then a character or the name of a key as browsers have it, such as
 * `$mod+Shift+n`, `?` or `ArrowUp`.
 */
export const shortcutSchema = z
  .string()
  .regex(/^(?:(?:\$mod|Control|Meta|Alt|Shift)\+){0,5}(?:\S|[A-Z][A-Za-z0-9]{1,29})$/u);

/**
 * Command id → its keys; an empty list is a command without a key. Commands that this version does
 * not know are kept: another one may.
 */
export const keysSchema = z
  .record(commandIdSchema, z.array(shortcutSchema).max(LIMITS.keysPerCommand))
  .refine((keys) => Object.keys(keys).length <= LIMITS.commandsWithKeys, 'Too many commands.');
