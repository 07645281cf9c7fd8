import type { CodebookContent } from '../../core/model/codebook.ts';
import { t } from '../words/words.ts';
import { replaceDraft, sameAsInForce, useCodebook } from './codebook.ts';
import { call } from './host.ts';
import { announce } from './project.ts';

/** Writes the codebook in force to a file of the person's choice. */
export async function exportCodebook(form: 'yaml' | 'json' | 'qdc'): Promise<void> {
  const reply = await call('codebook.exportFile', { form });
  if (!reply.ok) announce(reply.error.message, 'problem');
  else if ('file' in reply.value) {
    const { file } = reply.value;
    const whole = useCodebook.getState().draft === undefined;
    announce(() => t(whole ? 'state.exported' : 'state.exportedNoDraft', { file }));
  }
}

/** Reads a codebook from a file into the draft. Nothing changes before it is published. */
export async function importCodebook(): Promise<void> {
  const reply = await call('codebook.importFile', {});
  if (!reply.ok) {
    announce(reply.error.message, 'problem');
    return;
  }
  if ('cancelled' in reply.value) return;
  if ('problems' in reply.value) {
    useCodebook.setState({ fileProblems: reply.value });
    return;
  }
  const content = reply.value.content as CodebookContent;
  const same = sameAsInForce(content);
  replaceDraft(content);
  announce(() => t(same ? 'state.sameCodebook' : 'state.fileInDraft'));
}

/** Closes the list of what is wrong with a file. */
export function closeFileProblems(): void {
  useCodebook.setState({ fileProblems: undefined });
}
