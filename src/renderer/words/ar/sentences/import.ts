import type { Sentences } from '../../sentences.ts';

const MORE_LINES = {
  zero: 'لم يُرفض سطر آخر.',
  one: 'رُفض سطر آخر.',
  two: 'رُفض سطران آخران.',
  few: 'رُفضت {{count}} سطور أخرى.',
  many: 'رُفض {{count}} سطرًا آخر.',
  other: 'رُفض {{count}} سطر آخر.',
};

/** Reading files and taking in what is in them. */
export const importing: Sentences = {
  'Import articles': 'استيراد مقالات',
  'Pasted text': 'نص ملصق',
  'The file is empty.': 'الملف فارغ.',
  'It holds no text, only blank space.': 'ليس فيه نص، بل فراغات فقط.',
  'This is {{whatSaid}}. Save it as text, HTML or MHTML, or copy its text and paste it.':
    'هذا {{whatSaid}}. احفظه نصًّا أو HTML أو MHTML، أو انسخ نصه والصقه.',
  'This is {{whatSaid}}, not text.': 'هذا {{whatSaid}} لا نص.',
  'It holds annotated articles in Verbale’s own format. Import it as that format.':
    'فيه مقالات موسومة بصيغة Verbale. استورده بتلك الصيغة.',
  'It could not be read as an article.': 'تعذّرت قراءته مقالةً.',
  'The page is {{size}}; a page may have {{most}} at most. Copy the article’s text and paste it, or save the page without its data.':
    'حجم الصفحة {{size}}؛ والحد الأقصى {{most}}. انسخ نص المقالة والصقه، أو احفظ الصفحة بلا بياناتها.',
  'The page has more than {{most}} tags. Copy the article’s text and paste it.':
    'في الصفحة أكثر من {{most}} وسم HTML. انسخ نص المقالة والصقه.',
  'The page is broken: on line {{line}} of its source {{whatSaid}}. {{fateSaid}}':
    'الصفحة معطوبة: في السطر {{line}} من مصدرها {{whatSaid}}. {{fateSaid}}',
  'The page is broken: on line {{line}} of its source {{whatSaid}} (and {{more}} more of this kind). {{fateSaid}}':
    'الصفحة معطوبة: في السطر {{line}} من مصدرها {{whatSaid}} (ومثله {{more}}). {{fateSaid}}',
  'a comment is opened and never closed': 'تعليق فُتح ولم يُغلق',
  'a comment is opened in which another begins before it is closed':
    'تعليق فُتح وبدأ فيه آخر قبل أن يُغلق',
  'a CDATA section is opened and never closed': 'قسم CDATA فُتح ولم يُغلق',
  'a quotation mark in a tag is never closed': 'علامة اقتباس في وسم لم تُغلق',
  'a tag is never closed': 'وسم لم يُغلق',
  'a script is never closed': 'نص برمجي لم يُغلق',
  'a style sheet is never closed': 'ورقة أنماط لم تُغلق',
  'the title is never closed': 'العنوان لم يُغلق',
  'a text box is never closed': 'مربع نص لم يُغلق',
  'an element that is not shown is never closed (“{{name}}”)': 'عنصر لا يُعرض لم يُغلق («{{name}}»)',
  'About {{number}} characters that follow it were left out. Look at the page, and paste what is missing.':
    'تُرك نحو {{number}} من الأحرف التي تليه. انظر إلى الصفحة والصق ما ينقص.',
  'About {{number}} characters that it would have swallowed were kept. Check the text.':
    'أُبقي نحو {{number}} من الأحرف التي كان سيبتلعها. راجع النص.',
  'About {{number}} characters of code were left out, and about {{rest}} characters after it were kept. Check the text.':
    'تُرك نحو {{number}} من أحرف الشيفرة، وأُبقي نحو {{rest}} من الأحرف بعدها. راجع النص.',
  '{{number}} tags were nested too deeply and were left out. Their text was kept.':
    '{{number}} من وسوم HTML متداخلة بعمق زائد فتُركت، وبقي نصها.',
  'It is a web archive or a mail without an HTML page in it.':
    'هو أرشيف ويب أو رسالة بريد بلا صفحة HTML.',
  'You stopped the import before it was read.': 'أوقفتَ الاستيراد قبل قراءته.',
  'Reading it took longer than {{seconds}} seconds and was stopped. Copy the article’s text and paste it.':
    'طالت قراءته أكثر من {{seconds}} ثانية فأُوقفت. انسخ نص المقالة والصقه.',
  'Reading it needed more than {{memory}} of memory or failed. Copy the article’s text and paste it.':
    'احتاجت قراءته إلى أكثر من {{memory}} من الذاكرة أو أخفقت. انسخ نص المقالة والصقه.',
  'It is {{size}}; an article may have {{most}} at most. Split it into one file per article and import those.':
    'حجمه {{size}}؛ والحد الأقصى للمقالة {{most}}. قسِّمه إلى ملف لكل مقالة واستوردها.',
  'The file is not there any more. Check that it was not moved or renamed.':
    'لم يعد الملف موجودًا. تحقق من أنه لم يُنقل ولم تُغيَّر تسميته.',
  'You may not read this file. Ask its owner for permission, or copy it.':
    'لا يُسمح لك بقراءة هذا الملف. اطلب الإذن من صاحبه أو انسخه.',
  'It is a folder, not a file.': 'هو مجلد لا ملف.',
  'It is {{whatSaid}}, not a file.': 'هو {{whatSaid}} لا ملف.',
  'The file could not be read ({{reasonSaid}}).': 'تعذّرت قراءة الملف ({{reasonSaid}}).',
  'The folder could not be listed ({{reasonSaid}}).': 'تعذّر عرض محتوى المجلد ({{reasonSaid}}).',
  'Its content could not be parsed ({{reasonSaid}}).': 'تعذّر تحليل محتواه ({{reasonSaid}}).',
  'It was passed over in its folder: {{reasonSaid}}. Name it to import it.':
    'تُجووز في مجلده: {{reasonSaid}}. سمِّه لاستيراده.',
  'It was passed over in its folder: {{reasonSaid}}.': 'تُجووز في مجلده: {{reasonSaid}}.',
  'a Verbale project': 'مشروع Verbale',
  'its name is not UTF-8; rename it first': 'اسمه ليس بترميز UTF-8؛ غيّر اسمه أولًا',
  'It is a Verbale project, not a folder of articles. Open it as a project; to bring its articles into another one, export it and import that file.':
    'هو مشروع Verbale لا مجلد مقالات. افتحه مشروعًا؛ ولنقل مقالاته إلى مشروع آخر صدِّره ثم استورد ذلك الملف.',
  'too deep': 'أعمق من اللازم',
  'may not be read': 'لا تُسمح قراءته',
  'a link': 'رابط',
  'not text': 'ليس نصًّا',
  'a folder': 'مجلد',
  'a pipe': 'أنبوب',
  'a device': 'جهاز',
  'a file of bytes': 'ملف بايتات',
  'a PDF document': 'مستند PDF',
  'a Rich Text document': 'مستند نص منسق',
  'an old Microsoft Office document': 'مستند Microsoft Office قديم',
  'a Microsoft Office document': 'مستند Microsoft Office',
  'an OpenDocument file': 'ملف OpenDocument',
  'an EPUB book': 'كتاب EPUB',
  'a ZIP archive': 'أرشيف ZIP',
  'a RAR archive': 'أرشيف RAR',
  'a 7-Zip archive': 'أرشيف 7-Zip',
  'a tar archive': 'أرشيف tar',
  'a compressed file ({{kind}})': 'ملف مضغوط ({{kind}})',
  'text in UTF-32': 'نص بترميز UTF-32',
  'a {{kind}} picture': 'صورة {{kind}}',
  'an icon': 'أيقونة',
  'a video': 'فيديو',
  'a sound file': 'ملف صوت',
  'a program': 'برنامج',
  'a Windows program': 'برنامج Windows',
  'a WebAssembly program': 'برنامج WebAssembly',
  'an SQLite database': 'قاعدة بيانات SQLite',
  'a font': 'خط',
  'a Parquet table': 'جدول Parquet',
  'a mailbox': 'صندوق بريد',
  'an XML file, such as a news feed': 'ملف XML، مثل خلاصة أخبار',
  'a table': 'جدول',
  '{{number}} characters could not be read as {{charset}} and show as �. Try another charset.':
    'تعذّرت قراءة {{number}} من الأحرف بترميز {{charset}} فتظهر �. جرِّب ترميزًا آخر.',
  '1 character could not be read as {{charset}} and shows as �. Try another charset.':
    'تعذّرت قراءة حرف واحد بترميز {{charset}} فيظهر �. جرِّب ترميزًا آخر.',
  'The file names no charset. It was read as {{charset}}, {{share}} % sure.':
    'لا يذكر الملف ترميزًا. قُرئ بترميز {{charset}} بنسبة تأكد {{share}} %.',
  'The page says {{declared}}, but its bytes are not that. It was read as {{charset}}, {{share}} % sure.':
    'تقول الصفحة {{declared}} لكن بايتاتها ليست كذلك. قُرئت بترميز {{charset}} بنسبة تأكد {{share}} %.',
  'The page says {{declared}}, but its bytes are {{charset}}. It was read as {{again}}.':
    'تقول الصفحة {{declared}} لكن بايتاتها {{charset}}. قُرئت بترميز {{again}}.',
  'Nothing in it looks like an article. Check what is dimmed.':
    'لا شيء فيه يشبه مقالة. تحقق مما هو معتَّم.',
  'Line {{line}} looks like a picture caption. Marked as furniture.':
    'السطر {{line}} يشبه تعليق صورة. اعتُبر من الزوائد.',
  '{{number}} places, the first on line {{line}}, look like a picture caption. Marked as furniture.':
    '{{number}} مواضع، أولها في السطر {{line}}، تشبه تعليق صورة. اعتُبرت من الزوائد.',
  '“{{file}}” was not imported. {{reasonSaid}}': 'لم يُستورد «{{file}}». {{reasonSaid}}',
  'It is not UTF-8.': 'ليس بترميز UTF-8.',
  'Its text is in the project under the id {{id}}, not {{other}}; what is marked in it was added there.':
    'نصه في المشروع بالمعرِّف {{id}} لا {{other}}؛ وأُضيف إليه ما وُسم فيه.',
  'The project has another text under the id {{id}}; this one came in as {{other}}.':
    'في المشروع نص آخر بالمعرِّف {{id}}؛ ودخل هذا باسم {{other}}.',
  'The project has an article with the same text already.': 'في المشروع مقالة بالنص نفسه.',
  'The same text is here already: “{{title}}”.': 'النص نفسه موجود هنا: «{{title}}».',
  '{{whatSaid}}. It will be left out.': '{{whatSaid}}. سيُترك.',
  'It was not read.': 'لم يُقرأ.',
  'The file has changed since the preview. Import it again.':
    'تغيّر الملف منذ المعاينة. استورده من جديد.',
  'One more line was refused.': 'رُفض سطر آخر.',
  '{{count}} more lines were refused.': MORE_LINES,
  'There is nothing in it that can be imported.': 'ليس فيه ما يُستورد.',
  'There is nothing here that can be imported.': 'ليس هنا ما يُستورد.',
  'There is no file {{file}}.': 'لا يوجد ملف {{file}}.',
  '“{{file}}” holds no articles.': 'ليس في «{{file}}» مقالات.',
  '“{{file}}” holds more files than are taken at once.':
    'في «{{file}}» ملفات أكثر مما يؤخذ دفعة واحدة.',
  'This import was closed. Choose the files again.': 'أُغلق هذا الاستيراد. اختر الملفات من جديد.',
  'Reading stopped: {{reasonSaid}}': 'توقفت القراءة: {{reasonSaid}}',
  'There is no preview of this file.': 'لا معاينة لهذا الملف.',
  'line {{line}}: {{reasonSaid}}. The line did not come in.':
    'السطر {{line}}: {{reasonSaid}}. لم يدخل السطر.',
  'line {{line}}: {{reasonSaid}}': 'السطر {{line}}: {{reasonSaid}}',
  'this is not JSON': 'ليس هذا JSON',
  'the line is cut off: its JSON does not end': 'السطر مقطوع: لا ينتهي JSON فيه',
  'the line is longer than 256 MB': 'السطر أطول من 256 MB',
  '“{{file}}” is in no format that can be read.': 'ليس «{{file}}» بصيغة يمكن قراءتها.',
};
