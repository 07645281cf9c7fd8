import type { Sentences } from '../../sentences.ts';

/** Opening, saving and keeping a project; what a layer takes and what it refuses. */
export const project: Sentences = {
  'No project is open.': 'لا مشروع مفتوح.',
  'The project is closed.': 'المشروع مغلق.',
  'This folder is not a Verbale project.': 'ليس هذا المجلد مشروع Verbale.',
  'There is no folder {{folder}}.': 'لا يوجد مجلد {{folder}}.',
  '{{folder}} is not empty; a project needs a folder of its own.':
    '{{folder}} ليس فارغًا؛ يحتاج المشروع إلى مجلد خاص به.',
  '{{who}} has this project open ({{how}}).': 'المشروع مفتوح عند {{who}} ({{how}}).',
  'Another process on this computer has this project open. It has not said who it is; it may be starting, checking or copying the project. Try again in a moment.':
    'المشروع مفتوح في عملية أخرى على هذا الحاسوب لم تقل بعد من هي؛ ربما تبدأ أو تفحص المشروع أو تنسخه. حاول ثانية بعد لحظة.',
  '{{file}} lies in the project {{folder}}, which keeps its own files there. Nothing was written. Choose a place outside it.':
    '{{file}} داخل المشروع {{folder}} الذي يحفظ فيه ملفاته. لم يُكتب شيء. اختر مكانًا خارجه.',
  '{{file}} is there, and is of no dataset of Verbale at {{target}}. It would have been replaced by a file that goes with the dataset. Nothing was written. Name another file, or move that one away.':
    '{{file}} موجود هناك وليس من مجموعة بيانات لـVerbale في {{target}}، وكان سيحل محله ملف يرافق مجموعة البيانات. لم يُكتب شيء. سمِّ ملفًا آخر أو انقل ذاك من مكانه.',
  '{{folder}} is a folder with other files in it, such as {{file}}. Nothing was written. Name a new folder.':
    '{{folder}} مجلد فيه ملفات أخرى، منها {{file}}. لم يُكتب شيء. سمِّ مجلدًا جديدًا.',
  'a folder with something in it stands in its place': 'في مكانه مجلد ليس فارغًا',
  'the name is too long for the disk': 'الاسم أطول مما يقبله القرص',
  '{{who}} has this project open.': 'المشروع مفتوح عند {{who}}.',
  '{{who}} had this project open last and did not close it.':
    'كان المشروع مفتوحًا آخر مرة عند {{who}} ولم يُغلق.',
  '{{who}} had this project open last and did not close it ({{how}}).':
    'كان المشروع مفتوحًا آخر مرة عند {{who}} ولم يُغلق ({{how}}).',
  'The project was taken over on another computer. Nothing more is saved from here.':
    'نُقل المشروع إلى حاسوب آخر. لن يُحفظ شيء من هنا بعد الآن.',
  '{{reasonSaid}}. Nothing more can be saved until the project is opened again.':
    '{{reasonSaid}}. لا يمكن حفظ المزيد حتى يُفتح المشروع من جديد.',
  '{{reasonSaid}}. Everything is safe in the log; the readable files are brought up to date later.':
    '{{reasonSaid}}. كل شيء محفوظ في السجل؛ وستُحدَّث الملفات المقروءة لاحقًا.',
  'Verbale failed while saving: {{reasonSaid}}': 'تعطّل Verbale أثناء الحفظ: {{reasonSaid}}',
  'The sample could not be copied to {{folder}}: {{reasonSaid}}':
    'تعذّر نسخ المشروع النموذجي إلى {{folder}}: {{reasonSaid}}',
  '{{file}} is lost; the project was rebuilt from its log.':
    'فُقد {{file}}؛ وأُعيد بناء المشروع من سجله.',
  '{{file}} is lost, and so is the log it could be rebuilt from.':
    'فُقد {{file}}، وكذلك السجل الذي يُعاد بناؤه منه.',
  '{{file}} could not be used and was rebuilt from its backup and the log; nothing is lost.':
    'تعذّر استعمال {{file}} وأُعيد بناؤه من نسخته الاحتياطية والسجل؛ ولم يضع شيء.',
  '{{file}} could not be used and was rebuilt as far as its backup and the log go; edits may be missing.':
    'تعذّر استعمال {{file}} وأُعيد بناؤه بقدر ما في نسخته الاحتياطية والسجل؛ وقد تنقصه تعديلات.',
  '{{file}} could not be used and was rebuilt from the log; everything can be undone as before.':
    'تعذّر استعمال {{file}} وأُعيد بناؤه من السجل؛ ويمكن التراجع عن كل شيء كما كان.',
  '{{file}} could not be used, and the log lacks something: earlier steps cannot be undone any more. The annotations themselves are not affected.':
    'تعذّر استعمال {{file}}، وفي السجل نقص: لم يعد التراجع عن الخطوات السابقة ممكنًا. الوسوم نفسها لم تتأثر.',
  '{{file}} cannot be used: {{reasonSaid}}. The file is kept as {{kept}}.':
    'لا يمكن استعمال {{file}}: {{reasonSaid}}. حُفظ الملف باسم {{kept}}.',
  '{{file}} cannot be used: {{reasonSaid}}.': 'لا يمكن استعمال {{file}}: {{reasonSaid}}.',
  '{{file}} and its backup cannot be used': 'لا يمكن استعمال {{file}} ولا نسخته الاحتياطية',
  '{{file}} ended in an edit that was never saved completely, as after a crash. It was cut off; its bytes are kept as {{kept}}.':
    'انتهى {{file}} بتعديل لم يُحفظ كاملًا، كما يحدث بعد انهيار. قُطع، وبايتاته محفوظة باسم {{kept}}.',
  '{{file}} was never saved completely, as after a crash. It is kept as {{kept}}.':
    'لم يُحفظ {{file}} كاملًا، كما يحدث بعد انهيار. وهو محفوظ باسم {{kept}}.',
  '{{file}}, line {{line}}: the last line is damaged and cannot be used. Its bytes are kept as {{kept}}.':
    '{{file}}، السطر {{line}}: السطر الأخير تالف ولا يمكن استعماله. بايتاته محفوظة باسم {{kept}}.',
  '{{file}}, line {{line}}: this edit is damaged and was left out; everything after it was read.':
    '{{file}}، السطر {{line}}: هذا التعديل تالف وتُرك؛ وقُرئ كل ما بعده.',
  '{{file}} has format version {{version}}; this Verbale writes version {{own}}. The project can be read here, not changed.':
    'إصدار صيغة {{file}} هو {{version}}؛ وهذا الـ Verbale يكتب الإصدار {{own}}. يمكن قراءة المشروع هنا لا تغييره.',
  '{{file}} has format version {{version}}; this Verbale knows versions up to {{own}}':
    'إصدار صيغة {{file}} هو {{version}}؛ وهذا الـ Verbale يعرف حتى الإصدار {{own}}',
  'The project was brought from format version {{from}} to {{to}}. As it was before, it is kept in {{folder}}.':
    'نُقل المشروع من إصدار الصيغة {{from}} إلى {{to}}. وهو محفوظ كما كان في {{folder}}.',
  'neither project.json nor the log can be used': 'لا يمكن استعمال project.json ولا السجل',
  'its first line is not one of ours': 'سطره الأول ليس من Verbale',
  'its second line is damaged': 'سطره الثاني تالف',
  'it is longer or shorter than it says': 'هو أطول أو أقصر مما يقول',
  'its checksum does not fit its content': 'مجموعه الاختباري لا يطابق محتواه',
  'its content is not JSON': 'محتواه ليس JSON',
  'it is not the kind of document that belongs here': 'ليس من نوع المستندات التي مكانها هنا',

  '{{file}}: {{reasonSaid}} ({{code}})': '{{file}}: {{reasonSaid}} ({{code}})',
  'the disk is full': 'القرص ممتلئ',
  'the disk quota is used up': 'استُنفدت حصة القرص',
  'the file would be too large for the disk': 'الملف أكبر مما يسعه القرص',
  'this file may not be read or written': 'لا يُسمح بقراءة هذا الملف أو كتابته',
  'this file may not be changed': 'لا يُسمح بتغيير هذا الملف',
  'the disk is read-only': 'القرص للقراءة فقط',
  'the file is not there': 'الملف غير موجود',
  'the folder is not there': 'المجلد غير موجود',
  'a file of that name is in the way': 'يوجد ملف بهذا الاسم',
  'the disk reported an error': 'أبلغ القرص عن خطأ',
  'too many files are open': 'الملفات المفتوحة كثيرة جدًّا',
  'too many files are open on this computer': 'الملفات المفتوحة على هذا الحاسوب كثيرة جدًّا',
  'the disk took no more bytes': 'لم يقبل القرص المزيد',
  'unknown reason': 'سبب غير معروف',
  'Nothing was written to {{file}}: {{reasonSaid}}': 'لم يُكتب شيء في {{file}}: {{reasonSaid}}',
  'The main process did not answer ({{method}}): {{reasonSaid}}':
    'لم تُجب العملية الرئيسية ({{method}}): {{reasonSaid}}',
  'The message is too large.': 'الرسالة كبيرة جدًّا.',
  'The message is nested too deeply.': 'الرسالة متداخلة بعمق زائد.',
  'The message has a key that is not allowed.': 'في الرسالة مفتاح غير مسموح.',
  'The message is not JSON.': 'الرسالة ليست JSON.',
  '{{method}} gave an answer of the wrong shape.': 'أعطت {{method}} جوابًا بشكل خاطئ.',
  '{{method}} failed: {{reasonSaid}}': 'أخفقت {{method}}: {{reasonSaid}}',
  'There is no such method.': 'لا وجود لهذا الإجراء.',
  'This call does not come from the Verbale window.': 'لم يأتِ هذا الطلب من نافذة Verbale.',
  'This name is not allowed.': 'هذا الاسم غير مسموح.',
  'Too many commands.': 'الأوامر كثيرة جدًّا.',
  'The window is closed.': 'النافذة مغلقة.',
  'Nothing was printed: {{reasonSaid}}. You can save it as a PDF instead.':
    'لم يُطبع شيء: {{reasonSaid}}. يمكن حفظه بصيغة PDF بدل ذلك.',
  '“{{file}}” is too large for a file of keys. Nothing was changed.':
    '«{{file}}» أكبر من أن يكون ملف مفاتيح. لم يتغير شيء.',
  '“{{file}}” could not be read: {{reasonSaid}}': 'تعذّرت قراءة «{{file}}»: {{reasonSaid}}',
  '“{{file}}” does not hold keyboard shortcuts of Verbale. Nothing was changed.':
    'ليس في «{{file}}» اختصارات لوحة مفاتيح لـ Verbale. لم يتغير شيء.',
  'This article is not in the project any more.': 'لم تعد هذه المقالة في المشروع.',
  'This article is not in the project.': 'ليست هذه المقالة في المشروع.',
  'There is no article “{{id}}” in this project.': 'لا مقالة «{{id}}» في هذا المشروع.',
  '{{file}} is not the text that was imported: its hash differs.':
    'ليس {{file}} هو النص المستورد: بصمته مختلفة.',

  'Create project': 'إنشاء المشروع',
  'Rename the project': 'إعادة تسمية المشروع',
  'Add {{name}} to the project': 'إضافة {{name}} إلى المشروع',
  'Import an article': 'استيراد مقالة',
  'Import {{count}} articles': {
    zero: 'لا استيراد',
    one: 'استيراد مقالة',
    two: 'استيراد مقالتين',
    few: 'استيراد {{count}} مقالات',
    many: 'استيراد {{count}} مقالة',
    other: 'استيراد {{count}} مقالة',
  },
  'Submit {{count}} articles': {
    zero: 'لا تسليم',
    one: 'تسليم مقالة',
    two: 'تسليم مقالتين',
    few: 'تسليم {{count}} مقالات',
    many: 'تسليم {{count}} مقالة',
    other: 'تسليم {{count}} مقالة',
  },
  'Submit “{{title}}”': 'تسليم «{{title}}»',
  'Publish version {{version}} of the codebook': 'نشر الإصدار {{version}} من دليل الترميز',
  'Label {{hitsSaid}} {{label}}': 'وضع التصنيف {{label}} على {{hitsSaid}}',
  'Relabel {{hitsSaid}} {{label}}': 'تغيير تصنيف {{hitsSaid}} إلى {{label}}',
  'Remove annotations of {{hitsSaid}}': 'حذف وسوم {{hitsSaid}}',
  'Set an attribute of {{hitsSaid}}': 'ضبط سمة في {{hitsSaid}}',
  '{{count}} hit': {
    zero: 'لا نتائج',
    one: 'نتيجة واحدة',
    two: 'نتيجتين',
    few: '{{count}} نتائج',
    many: '{{count}} نتيجة',
    other: '{{count}} نتيجة',
  },
  '{{count}} hits': {
    zero: 'لا نتائج',
    one: 'نتيجة واحدة',
    two: 'نتيجتين',
    few: '{{count}} نتائج',
    many: '{{count}} نتيجة',
    other: '{{count}} نتيجة',
  },
};
