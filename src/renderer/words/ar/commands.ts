import type { Arabic } from '../catalogue.ts';

/** Titles of commands, and the groups they are listed under. */
export const commands: Arabic<'commands'> = {
  groupProject: 'المشروع',
  groupEdit: 'تحرير',
  groupWindow: 'النافذة',
  groupFirst: 'الصفحة الأولى',

  openSample: 'فتح المشروع النموذجي',
  newProject: 'مشروع جديد…',
  openProject: 'فتح مشروع…',
  renameProject: 'إعادة تسمية المشروع…',
  actAs: 'العمل بصفة…',
  closeProject: 'إغلاق المشروع',
  undo: 'تراجع',
  redo: 'إعادة',
  search: 'بحث أو تنفيذ…',
  articlesPane: 'إظهار لوحة المقالات أو إخفاؤها',
  detailsPane: 'إظهار لوحة التفاصيل أو إخفاؤها',
  keys: 'كل المفاتيح',
  rename: 'إعادة التسمية…',
  settings: 'الإعدادات…',
  importArticles: 'استيراد مقالات',
  openAProject: 'فتح مشروع',
};
