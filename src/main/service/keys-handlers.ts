import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { reasonIn } from '../../core/fault-words.ts';
import type { Output } from '../../ipc/contract.ts';
import type { Reply } from '../../ipc/errors.ts';
import { keysSchema } from '../../ipc/keys-schema.ts';
import type { Handlers } from '../../ipc/server.ts';
import { refuse } from './problems.ts';
import type { ServiceOptions } from './service-options.ts';
import { writeWhole } from './write-whole.ts';

type Written = Reply<Output<'paper.save'>>;

/** A file of keys: what it is, then command id → keys. */
const fileSchema = z.strictObject({
  what: z.literal('Verbale keyboard shortcuts'),
  version: z.literal(1),
  keys: keysSchema,
});

const MOST_BYTES = 1024 * 1024;
const EXTENSION = 'json';

async function write(
  file: string | undefined,
  content: () => Promise<string | Uint8Array>,
): Promise<Written> {
  if (file === undefined) return { ok: true, value: { cancelled: true } };
  let made: string | Uint8Array;
  try {
    made = await content();
  } catch (cause) {
    return refuse('io', `Nothing was written to ${file}: ${reasonIn(cause)}`, file);
  }
  const written = await writeWhole(file, [made]);
  return written.ok ? { ok: true, value: { file } } : refuse('io', written.error, file);
}

async function readKeys(file: string): Promise<Reply<Output<'keys.importFile'>>> {
  const name = basename(file);
  let text: string;
  try {
    if ((await stat(file)).size > MOST_BYTES) {
      return refuse(
        'invalid-input',
        `“${name}” is too large for a file of keys. Nothing was changed.`,
        file,
      );
    }
    text = await readFile(file, 'utf8');
  } catch (cause) {
    return refuse('io', `“${name}” could not be read: ${reasonIn(cause)}`, file);
  }
  try {
    const parsed = fileSchema.safeParse(JSON.parse(text));
    if (parsed.success) return { ok: true, value: { file, keys: parsed.data.keys } };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  return refuse(
    'invalid-input',
    `“${name}” does not hold keyboard shortcuts of Verbale. Nothing was changed.`,
    file,
  );
}

type Mine =
  | 'keys.exportFile'
  | 'keys.importFile'
  | 'paper.print'
  | 'paper.save'
  | 'menu.show'
  | 'shell.words';

/** The keys as a file, the page on paper, the menu, and what dialogs say. */
export function keysHandlers({
  preferences,
  dialogs,
  paper,
  showMenu,
  showWords,
}: ServiceOptions): Pick<Handlers, Mine> {
  return {
    'menu.show': ({ menus }) => {
      showMenu(menus);
      return Promise.resolve({ ok: true, value: {} });
    },
    'shell.words': ({ words }) => {
      showWords(words);
      return Promise.resolve({ ok: true, value: {} });
    },
    'keys.exportFile': async () => {
      const { keys } = preferences.settings();
      const content = { what: 'Verbale keyboard shortcuts', version: 1, keys };
      const file = await dialogs.saveAs(
        'Export keyboard shortcuts',
        'Verbale keys.json',
        EXTENSION,
      );
      return write(file, () => Promise.resolve(`${JSON.stringify(content, undefined, 2)}\n`));
    },
    'keys.importFile': async () => {
      const title = 'Import keyboard shortcuts';
      const file = await dialogs.chooseFile(title, 'Keyboard shortcuts', [EXTENSION]);
      return file === undefined ? { ok: true, value: { cancelled: true } } : readKeys(file);
    },
    'paper.print': async () => {
      const done = await paper.print();
      if (done === 'printed') return { ok: true, value: { printed: true } };
      if (done === 'cancelled') return { ok: true, value: { cancelled: true } };
      return refuse('io', `Nothing was printed: ${done.reason}. You can save it as a PDF instead.`);
    },
    'paper.save': async (input) => {
      const { form, name } = input;
      const file = await dialogs.saveAs('Save', `${name}.${form}`, form);
      return write(file, () => (input.form === 'pdf' ? paper.pdf() : Promise.resolve(input.html)));
    },
  };
}
