/** Words of the pieces: keys, kinds of sources. */
export const ui = {
  close: 'Close',
  kindText: 'Text',
  kindMarkdown: 'Markdown',
  kindHtml: 'HTML',
  kindWebPage: 'Web page',
  kindDataset: 'Dataset',
  notKnown: 'Not known',
} as const;
