/** Words of the pieces: keys, kinds of sources. */
export const ui = {
  close: 'Close',
  menu: 'Menu',
  choices: 'Choices',
  kindText: 'Text',
  kindMarkdown: 'Markdown',
  kindHtml: 'HTML',
  kindWebPage: 'Web page',
  kindWord: 'Word',
  kindPdf: 'PDF',
  kindMail: 'Mail',
  kindMailbox: 'Mailbox',
  kindWebArchive: 'Web archive',
  kindFeed: 'Feed',
  kindNews: 'Agency news',
  kindTable: 'Table',
  kindJson: 'JSON',
  kindParquet: 'Parquet',
  kindDataset: 'Dataset',
  notKnown: 'Not known',

  /** Spoken where an annotation begins and ends. */
  markStart: 'start of {{name}}',
  markEnd: 'end of {{name}}',
  markPart: '{{name}}, part {{at}} of {{of}}',
} as const;
