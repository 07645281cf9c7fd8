import type { Arabic } from '../catalogue.ts';

/** What is said after something was done. */
export const state: Arabic<'state'> = {
  didNotWork: 'أمر لم ينجح: {{reason}}',
  takenBack: 'أُلغي «{{label}}». {{reason}}',
  notUndone: 'لم يُتراجع عن شيء: يجب أولًا حفظ عملك.',
  notRedone: 'لم يُعَد شيء: يجب أولًا حفظ عملك.',
  nothingToUndo: 'لا شيء للتراجع عنه.',
  nothingToRedo: 'لا شيء لإعادته.',
  undone: 'تم التراجع عن: {{label}}',
  redone: 'أُعيد: {{label}}',
  exported: 'صُدِّر إلى {{file}}',
  bringFirst: 'استورد هذه الملفات أو ألغِ أولًا، ثم أضف غيرها.',
  nothingDropped: 'لم يُفلَت شيء له مكان على هذا الحاسوب.',
  renamed: 'صار اسم المشروع {{name}}.',
  youActAs: 'تعمل الآن بصفة {{name}}.',
  unsavedCopied: 'نُسخ العمل غير المحفوظ.',
  unsavedWritten: 'كُتب العمل غير المحفوظ في {{file}}.',
  notSaved_zero: 'كل التعديلات محفوظة.',
  notSaved_one: 'تعديل واحد غير محفوظ. أعد المحاولة أو احفظه في مكان آخر أولًا.',
  notSaved_two: 'تعديلان غير محفوظين. أعد المحاولة أو احفظهما في مكان آخر أولًا.',
  notSaved_few: '{{count}} تعديلات غير محفوظة. أعد المحاولة أو احفظها في مكان آخر أولًا.',
  notSaved_many: '{{count}} تعديلًا غير محفوظ. أعد المحاولة أو احفظها في مكان آخر أولًا.',
  notSaved_other: '{{count}} تعديل غير محفوظ. أعد المحاولة أو احفظها في مكان آخر أولًا.',
};
