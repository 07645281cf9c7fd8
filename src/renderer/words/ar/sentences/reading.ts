import type { Sentences } from '../../sentences.ts';

/** What readers of documents, mail and archives of pages say of what they read. */
export const reading: Sentences = {
  'message {{number}}: {{reasonSaid}} It did not come in.':
    'الرسالة {{number}}: {{reasonSaid}} لم تدخل.',
  'record {{number}}, {{url}}: {{reasonSaid}} It did not come in.':
    'السجل {{number}}، {{url}}: {{reasonSaid}} لم يدخل.',
  'the archive: {{reasonSaid}} It did not come in.': 'الأرشيف: {{reasonSaid}} لم يدخل.',
  'The mail holds no text.': 'ليس في الرسالة نص.',
  'The mail holds no text, only attachments. Save those and import them.':
    'ليس في الرسالة نص بل مرفقات فقط. احفظها واستوردها.',
  'The mail is encrypted. Decrypt it in your mail program, and save it again.':
    'الرسالة مشفرة. فُكّ تشفيرها في برنامج بريدك ثم احفظها من جديد.',
  'The mail could not be taken apart ({{reasonSaid}}).': 'تعذّر تفكيك الرسالة ({{reasonSaid}}).',
  'The mail has its text plain and as a page. The plain text was read, because the page holds less of it.':
    'نص الرسالة فيها مجردًا وصفحةً. قُرئ النص المجرد لأن في الصفحة أقل منه.',
  '1 attachment was left out: {{names}}.': 'تُرك مرفق واحد: {{names}}.',
  '{{number}} attachments were left out: {{names}}.': 'تُركت مرفقات ({{number}}): {{names}}.',
  '1 picture was left out.': 'تُركت صورة واحدة.',
  '{{number}} pictures were left out.': 'تُركت صور ({{number}}).',
  '1 comment was left out.': 'تُرك تعليق واحد.',
  '{{number}} comments were left out.': 'تُركت تعليقات ({{number}}).',
  '1 page header or footer was left out.': 'تُرك رأس صفحة أو تذييلها.',
  '{{number}} page headers and footers were left out.': 'تُركت رؤوس صفحات وتذييلات ({{number}}).',
  '1 formula was left out.': 'تُركت صيغة رياضية واحدة.',
  '{{number}} formulas were left out.': 'تُركت صيغ رياضية ({{number}}).',
  '1 embedded object was left out.': 'تُرك كائن مضمَّن واحد.',
  '{{number}} embedded objects were left out.': 'تُركت كائنات مضمَّنة ({{number}}).',
  'Its macros were left out and never run.': 'تُركت وحدات الماكرو فيه ولم تُشغَّل قط.',
  'It has tracked changes, read as if all were accepted: insertions {{inserted}} (kept), deletions {{deleted}} (left out), moves {{moved}}.':
    'فيه تغييرات متعقَّبة، قُرئت كأنها كلها مقبولة: إضافات {{inserted}} (بقيت)، حذوفات {{deleted}} (تُركت)، نقول {{moved}}.',
  'It is protected by a password, or an old Word document under a new name. Open it in a word processor and save it as .docx without a password.':
    'هو محمي بكلمة سر، أو مستند Word قديم باسم جديد. افتحه في معالج نصوص واحفظه بصيغة .docx بلا كلمة سر.',
  'It is a package without a Word document in it.': 'هو حزمة ليس فيها مستند Word.',
  'It is protected by a password. Save it without one, or copy its text and paste it.':
    'هو محمي بكلمة سر. احفظه بلا كلمة سر أو انسخ نصه والصقه.',
  'It holds only pictures of text, such as a scan. Recognise its text with another program, and import that.':
    'ليس فيه إلا صور نص، مثل مسح ضوئي. تعرَّف على نصه ببرنامج آخر ثم استورد ذلك.',
  'Its structure is damaged ({{reasonSaid}}).': 'بنيته معطوبة ({{reasonSaid}}).',
  'Its page {{number}} is damaged ({{reasonSaid}}).': 'صفحته {{number}} معطوبة ({{reasonSaid}}).',
  '{{bare}} of {{all}} pages hold no text that can be read, at most pictures of it: {{pages}}.':
    '{{bare}} من {{all}} صفحات لا نص مقروءًا فيها، بل صور منه على الأكثر: {{pages}}.',
  '{{number}} characters could not be read and show as �.':
    'تعذّرت قراءة {{number}} من الأحرف فتظهر �.',
  'The page states no date. It was fetched on {{day}}, and that was taken.':
    'لا تذكر الصفحة تاريخًا. جُلبت في {{day}} فاعتُمد ذلك.',
  'The archive holds only the beginning of this page.': 'ليس في الأرشيف إلا أول هذه الصفحة.',
  '1 record without a page was left out: {{kinds}}.': 'تُرك سجل بلا صفحة: {{kinds}}.',
  '{{number}} records without a page were left out: {{kinds}}.':
    'تُركت سجلات بلا صفحات ({{number}}): {{kinds}}.',
  'The file is cut off or spoilt at byte {{at}}.': 'الملف مقطوع أو معطوب عند البايت {{at}}.',
  'The file ends within the record at byte {{at}}.': 'ينتهي الملف داخل السجل عند البايت {{at}}.',
};
