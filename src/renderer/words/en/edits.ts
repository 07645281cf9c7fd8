/** What an edit is called in the log of the project and beside undo. */
export const edits = {
  relation: 'Relation: {{name}}',
  removeRelation: 'Remove relation {{name}}',
} as const;
