import { bringIn } from '../state/import-first.ts';
import { useProject } from '../state/project.ts';
import { isTyping } from './keymap.ts';

/** Takes what is pasted outside of fields as an article, or files as files; returns how to stop. */
export function followPaste(): () => void {
  const onPaste = (event: ClipboardEvent): void => {
    if (isTyping(event.target) || document.documentElement.dataset['modal'] !== undefined) return;
    if (event.clipboardData === null || useProject.getState().project?.readOnly === true) return;
    const files = [...event.clipboardData.files];
    const text = event.clipboardData.getData('text/plain');
    if (files.length === 0 && text.trim() === '') return;
    event.preventDefault();
    bringIn(files.length > 0 ? { files } : { text });
  };
  window.addEventListener('paste', onPaste);
  return () => window.removeEventListener('paste', onPaste);
}
