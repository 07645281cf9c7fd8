import type { Arabic } from '../catalogue.ts';

/** Words of the pieces: keys, kinds of sources. */
export const ui: Arabic<'ui'> = {
  close: 'إغلاق',
  menu: 'قائمة',
  choices: 'خيارات',
  kindText: 'نص',
  kindMarkdown: 'Markdown',
  kindHtml: 'HTML',
  kindWebPage: 'صفحة ويب',
  kindWord: 'مستند Word',
  kindPdf: 'مستند PDF',
  kindMail: 'رسالة بريد',
  kindMailbox: 'صندوق بريد',
  kindWebArchive: 'أرشيف ويب',
  kindFeed: 'خلاصة أخبار',
  kindNews: 'أخبار وكالة',
  kindTable: 'جدول',
  kindJson: 'ملف JSON',
  kindParquet: 'ملف Parquet',
  kindDataset: 'مجموعة بيانات',
  notKnown: 'غير معروفة',

  /** Spoken where an annotation begins and ends. */
  markStart: 'بداية {{name}}',
  markEnd: 'نهاية {{name}}',
  markPart: '{{name}}، الجزء {{at}} من {{of}}',
};
