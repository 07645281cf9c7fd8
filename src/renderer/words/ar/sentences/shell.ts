import type { Sentences } from '../../sentences.ts';

/** What the platform's own dialogs say. */
export const shell: Sentences = {
  'All files': 'كل الملفات',
  Articles: 'المقالات',
  Bundles: 'الحزم',
  Choose: 'اختيار',
  Codebooks: 'أدلة الترميز',
  Create: 'إنشاء',
  Export: 'تصدير',
  'Export chart': 'تصدير الرسم البياني',
  'Export keyboard shortcuts': 'تصدير اختصارات لوحة المفاتيح',
  'Export the codebook': 'تصدير دليل الترميز',
  'Hand over': 'إيداع العمل في حزمة',
  'Import a folder': 'استيراد مجلد',
  'Import articles': 'استيراد مقالات',
  'Import keyboard shortcuts': 'استيراد اختصارات لوحة المفاتيح',
  'Keep unsaved work': 'الاحتفاظ بالعمل غير المحفوظ',
  'Keyboard shortcuts': 'اختصارات لوحة المفاتيح',
  'New project': 'مشروع جديد',
  'Open a project': 'فتح مشروع',
  'Read a codebook': 'قراءة دليل ترميز',
  Save: 'حفظ',
  'Take in': 'إدخال حزم',
  'The file with your key': 'الملف الذي فيه مفتاحك',
  'The project to begin from': 'المشروع الذي يُبدأ منه',
  'Verbale could not close cleanly': 'لم يُغلق Verbale كما ينبغي',
};
