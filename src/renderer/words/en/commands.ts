/** Titles of commands, and the groups they are listed under. */
export const commands = {
  groupProject: 'Project',
  groupEdit: 'Edit',
  groupWindow: 'Window',
  groupFirst: 'First page',

  openSample: 'Open the sample',
  newProject: 'New project…',
  openProject: 'Open project…',
  renameProject: 'Rename project…',
  actAs: 'Act as…',
  closeProject: 'Close project',
  undo: 'Undo',
  redo: 'Redo',
  search: 'Search or run…',
  articlesPane: 'Show or hide the articles pane',
  detailsPane: 'Show or hide the details pane',
  keys: 'All keys',
  rename: 'Rename…',
  settings: 'Settings…',
  importArticles: 'Import articles',
  openAProject: 'Open a project',
} as const;
