import { t } from '../words/words.ts';
import { call } from './host.ts';
import { announce } from './project.ts';

/** Prints what the window shows to paper; the system's dialog asks how. */
export async function printPaper(): Promise<void> {
  const reply = await call('paper.print', {});
  if (!reply.ok) announce(reply.error.message, 'problem');
}

/** Writes what the window shows to paper as a PDF, where a person says. */
export async function savePaperAsPdf(name: string): Promise<void> {
  await tell(call('paper.save', { form: 'pdf', name }));
}

/** Writes a whole page of HTML, where a person says. */
export async function savePaperAsHtml(name: string, html: string): Promise<void> {
  await tell(call('paper.save', { form: 'html', name, html }));
}

async function tell(work: ReturnType<typeof call<'paper.save'>>): Promise<void> {
  const reply = await work;
  if (!reply.ok) announce(reply.error.message, 'problem');
  else if ('file' in reply.value) {
    const { file } = reply.value;
    announce(() => t('shortcuts.savedAs', { file }));
  }
}
