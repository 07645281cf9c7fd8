import type { OpDraft } from '../../../core/log/op.ts';
import type { Input, Output } from '../../../ipc/contract.ts';
import type { Reply } from '../../../ipc/errors.ts';
import { type Desk, valueOf } from './desk.ts';

/** Imports a text by pasting it, with the furniture that was found or with that which is given. @returns its article id */
export async function pasteArticle(
  desk: Desk,
  text: string,
  fields: Pick<Input<'import.apply'>['items'][number], 'furniture'> = {},
): Promise<string> {
  const { batch, items } = valueOf(await desk.call('import.paste', { text }));
  const asked = [{ key: items[0]?.key ?? '', ...fields }];
  const { result } = valueOf(await desk.call('import.apply', { batch, items: asked }));
  return result.imported[0]?.articleId ?? '';
}

/** Commits drafts as the window would. */
export function commitDrafts(
  desk: Desk,
  ...drafts: readonly OpDraft[]
): Promise<Reply<Output<'commit'>>> {
  const input = { label: 'Edit', drafts: drafts as unknown as Input<'commit'>['drafts'] };
  return desk.call('commit', input);
}

/** Makes every attribute of the codebook free to be left open. */
export async function nothingRequired(desk: Desk): Promise<void> {
  const { codebook } = valueOf(await desk.call('codebook.read', {}));
  const { version, ...next } = codebook;
  const attributes = next.attributes.map((one) => ({ ...one, required: false }));
  const proposal = { base: version, next: { ...next, attributes }, choices: {}, summary: 's' };
  valueOf(await desk.call('codebook.publish', proposal));
}
