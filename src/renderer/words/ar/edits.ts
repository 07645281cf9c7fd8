import type { Arabic } from '../catalogue.ts';

/** What an edit is called in the log of the project and beside undo. */
export const edits: Arabic<'edits'> = {
  relation: 'علاقة: {{name}}',
  removeRelation: 'حذف العلاقة {{name}}',
};
