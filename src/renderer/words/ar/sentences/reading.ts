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
  'Copy the article’s text and paste it, or save the page without its data.':
    'انسخ نص المقالة والصقه، أو احفظ الصفحة بلا بياناتها.',
  'Copy the article’s text and paste it.': 'انسخ نص المقالة والصقه.',
  'It has {{number}} entries; at most {{most}} are read.':
    'فيه {{number}} من المدخلات؛ والحد الأقصى {{most}}.',
  'It has {{number}} pages; at most {{most}} are read. Split it.':
    'فيه {{number}} من الصفحات؛ والحد الأقصى {{most}}. قسِّمه.',
  'It has {{size}}; at most {{most}} are read at once. Split it.':
    'حجمه {{size}}؛ ولا يُقرأ دفعة واحدة أكثر من {{most}}. قسِّمه.',
  'It has no text, only a link.': 'ليس فيه نص بل رابط فقط.',
  'It has no text: it has no contentSet with an inlineXML or inlineData.':
    'ليس فيه نص: لا contentSet فيه مع inlineXML أو inlineData.',
  'It has no text: its content is in another file.': 'ليس فيه نص: محتواه في ملف آخر.',
  'It has no text: its inlineXML is empty.': 'ليس فيه نص: inlineXML فيه فارغ.',
  'It has no text: no body_text, body_xhtml or bodies.':
    'ليس فيه نص: لا body_text ولا body_xhtml ولا bodies.',
  'It holds more text than is read at once. Split it.': 'فيه نص أكثر مما يُقرأ دفعة واحدة. قسِّمه.',
  'It holds no text, only blanks and signs that cannot be seen.':
    'ليس فيه نص، بل فراغات وعلامات لا تُرى.',
  'It is a {{kind}}, not a newsItem.': 'هو {{kind}} لا newsItem.',
  'It is a feed without an item in it.': 'هو خلاصة أخبار ليس فيها بند.',
  'It is a message without an item in it.': 'هو رسالة ليس فيها بند.',
  'It is in no format that can be read.': 'ليس بصيغة يمكن قراءتها.',
  'It is no object with fields.': 'ليس كائنًا ذا حقول.',
  'It is no sound Parquet file, or packed in a way that is not read here (only Snappy is).':
    'ليس ملف Parquet سليمًا، أو هو مضغوط بطريقة لا تُقرأ هنا (تُقرأ Snappy فقط).',
  'It is no zip that can be read ({{reasonSaid}}).': 'ليس أرشيف ZIP يمكن قراءته ({{reasonSaid}}).',
  'It is not there any more, or is no file.': 'لم يعد موجودًا، أو ليس ملفًّا.',
  'It is packed as {{coding}}, which is not read.': 'هو مضغوط بطريقة {{coding}} التي لا تُقرأ.',
  'It is said to be text, and is none.': 'يُقال إنه نص وليس كذلك.',
  'Its agency allows nobody to publish it before {{day}}.': 'لا تسمح وكالته بنشره قبل {{day}}.',
  'Its column “{{name}}” holds annotations, which are kept beside the article as they are. To have them marked, export the data as JSON and import that.':
    'في عموده «{{name}}» وسوم تُحفظ إلى جانب المقالة كما هي. لتوسم في النص صدِّر البيانات بصيغة JSON واستوردها.',
  'Its entry “{{name}}” {{whatSaid}}.': 'مدخله «{{name}}» {{whatSaid}}.',
  'leads elsewhere': 'يقود إلى مكان آخر',
  'has a name that not every system can have': 'له اسم لا تقبله كل الأنظمة',
  'is a link or a device': 'رابط أو جهاز',
  'is encrypted': 'مشفَّر',
  'is there twice': 'مكرر',
  'unpacks to much more than it should': 'يكبر عند فكه أكثر مما ينبغي بكثير',
  'Its packed bytes are spoilt, or unpack to more than a page may have.':
    'بايتاته المضغوطة معطوبة، أو تكبر عند فكها عن حد الصفحة.',
  'Its part {{name}} has a document type, which Word never writes.':
    'لجزئه {{name}} نوع مستند، وهذا ما لا يكتبه Word أبدًا.',
  'Its part {{name}} is damaged: {{reasonSaid}}.': 'جزؤه {{name}} معطوب: {{reasonSaid}}.',
  'Its parts do not fit together ({{reasonSaid}}).': 'أجزاؤه غير متوافقة ({{reasonSaid}}).',
  'Its row has {{compared}} cells ({{number}}) than the table has columns ({{columns}}).':
    'عدد خلايا سطره ({{number}}) لا يوافق عدد أعمدة الجدول ({{columns}}): {{compared}}.',
  'Its text is empty.': 'نصه فارغ.',
  'Its text is encoded data, which is not read.': 'نصه بيانات مرمَّزة لا تُقرأ.',
  'Line 1, column 1: there is no field with a text in this JSON.':
    'السطر 1، العمود 1: لا حقل فيه نص في ملف JSON هذا.',
  'Line {{line}}, column {{column}}: this is not JSON.':
    'السطر {{line}}، العمود {{column}}: ليس هذا JSON.',
  'The file ends within the record at {{place}}.': 'ينتهي الملف داخل السجل عند {{place}}.',
  'The file unpacks to more than is read at once, from byte {{at}} on. Split it to import the rest.':
    'يكبر الملف عند فكه عما يُقرأ دفعة واحدة، من البايت {{at}}. قسِّمه لاستيراد الباقي.',
  'The page has more than {{most}} tags, attributes and signs that are written as names. Copy the article’s text and paste it.':
    'في الصفحة أكثر من {{most}} من وسوم HTML وسماتها والعلامات المكتوبة بأسمائها. انسخ نص المقالة والصقه.',
  'The record at {{place}} does not say how long it is.': 'السجل عند {{place}} لا يذكر طوله.',
  'There is no column “{{name}}”. Its columns are: {{columns}}.':
    'لا عمود باسم «{{name}}». أعمدته: {{columns}}.',
  'There is no whole record at {{place}}.': 'لا سجل كاملًا عند {{place}}.',
  'Too long to keep beside the article: {{names}}.': 'أطول من أن يُحفظ إلى جانب المقالة: {{names}}.',
  'Unpacked it has more than {{most}}, or lies about its size.':
    'حجمه بعد فكه أكثر من {{most}}، أو يذكر حجمًا غير صحيح.',
  'Unpacked its text has {{size}}; at most {{most}} are read. Split it.':
    'حجم نصه بعد فكه {{size}}؛ والحد الأقصى {{most}}. قسِّمه.',
  'A recipe needs a name.': 'تحتاج الوصفة إلى اسم.',
  'It is a zip in a zip. Unpack it and import it by itself.':
    'هو أرشيف ZIP داخل أرشيف ZIP. فُكّه واستورده وحده.',
  'It is a zip without a file in it.': 'هو أرشيف ZIP ليس فيه ملف.',
  'It was named more than once in this import. It was read once.':
    'سُمّي أكثر من مرة في هذا الاستيراد. قُرئ مرة واحدة.',
  'Left out, and kept with the article’s import record: {{names}}.':
    'تُرك، وحُفظ في سجل استيراد المقالة: {{names}}.',
  'New in the codebook: {{names}}.': 'جديد في دليل الترميز: {{names}}.',
  'Nothing was imported. Say first what these labels are to become: {{names}}.':
    'لم يُستورد شيء. حدِّد أولًا ما تصير إليه هذه التصنيفات: {{names}}.',
  'The export was cancelled. Nothing was written.': 'أُلغي التصدير. لم يُكتب شيء.',
  'The project has other texts under the ids that “{{title}}” could have. It did not come in.':
    'في المشروع نصوص أخرى بالمعرِّفات التي يمكن أن تكون لـ«{{title}}». لم تدخل.',
  'There is no format {{format}} that can be written.': 'لا صيغة باسم {{format}} يمكن كتابتها.',
  'line {{line}}': 'السطر {{line}}',
  '{{file}}, line {{line}}: {{reasonSaid}}': '{{file}}، السطر {{line}}: {{reasonSaid}}',
  page: 'الصفحة',
  'file name': 'اسم الملف',
  '{{number}} characters have no letter that the PDF would name, and may show as �.':
    'لا يذكر ملف PDF أحرف {{number}} من العلامات، فقد تظهر �.',
  '{{placeSaid}}: {{reasonSaid}} It did not come in.': '{{placeSaid}}: {{reasonSaid}} لم يدخل.',
  '{{placeSaid}}: {{reasonSaid}}. The line did not come in.':
    '{{placeSaid}}: {{reasonSaid}}. لم يدخل السطر.',
  '{{placeSaid}}: its text has {{size}}; an article may have {{most}} at most. The line did not come in.':
    '{{placeSaid}}: حجم نصه {{size}}؛ والحد الأقصى للمقالة {{most}}. لم يدخل السطر.',
  '{{placeSaid}}: its text is {{whatSaid}}. The line did not come in.':
    '{{placeSaid}}: نصه {{whatSaid}}. لم يدخل السطر.',
  'empty, or holds only blanks and signs that cannot be seen':
    'فارغ، أو ليس فيه إلا فراغات وعلامات لا تُرى',
  '{{format}} can be read, not written.': 'تُقرأ الصيغة {{format}} ولا تُكتب.',
  '{{kindSaid}} “{{name}}” came in as “{{ours}}”.': '{{kindSaid}} «{{name}}» صار هنا «{{ours}}».',
  'The label': 'التصنيف',
  'The label of whole articles': 'تصنيف المقالة كلها',
  'The attribute': 'السمة',
  'The relation type': 'نوع العلاقة',
  '{{reasonSaid}}. The article is in the project.': '{{reasonSaid}}. المقالة في المشروع.',
  '{{reasonSaid}}. The article and its 1 other annotation are in the project.':
    '{{reasonSaid}}. المقالة ووسمها الآخر في المشروع.',
  '{{reasonSaid}}. The article and its {{number}} other annotations are in the project.':
    '{{reasonSaid}}. المقالة ووسومها الأخرى ({{number}}) في المشروع.',
  'The {{kind}} {{id}} is here already and differs; the one here was kept.':
    '{{kind}} {{id}} موجود هنا ويختلف؛ وبقي ما هنا.',
  'What {{name}} says about the whole article ({{what}}) is here already and differs; what is here was kept.':
    'ما يقوله {{name}} عن المقالة كلها ({{what}}) موجود هنا ويختلف؛ وبقي ما هنا.',
  'item {{number}}': 'البند {{number}}',
  'row {{number}}': 'الصف {{number}}',
  'message {{number}}': 'الرسالة {{number}}',
  'It is encrypted. Unpack the archive with its password, and import the file by itself.':
    'هو مشفَّر. فُكّ الأرشيف بكلمة سره واستورد الملف وحده.',
};
