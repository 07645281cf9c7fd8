import type { Sentences } from '../../sentences.ts';

/** What a layer takes and what it refuses; what a search cannot be made of. */
export const layer: Sentences = {
  'A place without words stands alone, not beside other parts.':
    'الموضع الخالي من الكلمات يقوم وحده لا بجانب أجزاء أخرى.',
  'An annotation needs at least one character.': 'يحتاج الوسم إلى حرف على الأقل.',
  'The position of the annotation is not of the right shape.': 'شكل موضع الوسم غير صحيح.',
  'An annotation has at most {{most}} parts; this one has {{parts}}.':
    'للوسم {{most}} جزءًا على الأكثر؛ ولهذا {{parts}}.',
  'The annotation lies outside the text, which has {{length}} characters.':
    'يقع الوسم خارج النص، وطوله {{length}} حرفًا.',
  'The words of the annotation are not the words at its position.':
    'ليست كلمات الوسم هي الكلمات في موضعه.',
  'The codebook has no such label.': 'لا وجود لهذا التصنيف في دليل الترميز.',
  'The label “{{name}}” is for whole articles.': 'التصنيف «{{name}}» للمقالات كاملة.',
  'The label “{{name}}” is for words.': 'التصنيف «{{name}}» للكلمات.',
  'The label “{{name}}” is retired and not given any more.':
    'التصنيف «{{name}}» متقاعد ولم يعد يوضع.',
  'An attribute cannot hold “{{name}}”: no file could.':
    'لا يمكن أن تحمل السمة «{{name}}»: لا ملف يقدر على ذلك.',
  'Annotations have no field “{{name}}”.': 'ليس للوسوم حقل «{{name}}».',
  'The note is not text, or is too long.': 'الملاحظة ليست نصًّا أو هي أطول من اللازم.',
  'One is sure of an annotation to a low, medium or high degree.':
    'درجة التأكد من الوسم منخفضة أو متوسطة أو عالية.',
  'A time of the annotation is not ISO-8601 UTC.': 'وقت في الوسم ليس بصيغة ISO-8601 UTC.',
  '“{{name}}” takes one of its values.': '«{{name}}» تقبل إحدى قيمها.',
  '“{{name}}” has no value “{{value}}”.': 'ليس لـ «{{name}}» قيمة «{{value}}».',
  '“{{name}}” takes a list of its values.': '«{{name}}» تقبل قائمة من قيمها.',
  '“{{name}}” has a value twice.': 'في «{{name}}» قيمة مكررة.',
  'An actor of “{{name}}” is an annotation or a text.': 'الفاعل في «{{name}}» وسم أو نص.',
  '“{{name}}” points to an annotation that does not exist.': '«{{name}}» تشير إلى وسم غير موجود.',
  'An actor of “{{name}}” is too long.': 'فاعل في «{{name}}» أطول من اللازم.',
  '“{{name}}” takes a list of actors.': '«{{name}}» تقبل قائمة فاعلين.',
  '“{{name}}” takes one actor.': '«{{name}}» تقبل فاعلًا واحدًا.',
  'The text of “{{name}}” is too long.': 'نص «{{name}}» أطول من اللازم.',
  '“{{name}}” takes words of the article, or a text.': '«{{name}}» تقبل كلمات من المقالة أو نصًّا.',
  'The words of “{{name}}” do not lie in the text.': 'كلمات «{{name}}» ليست في النص.',
  'The words of “{{name}}” are not the words at their position.':
    'ليست كلمات «{{name}}» هي الكلمات في موضعها.',
  '“{{name}}” takes a text of up to {{most}} characters.': '«{{name}}» تقبل نصًّا حتى {{most}} حرفًا.',
  '“{{name}}” takes a date, or a short text.': '«{{name}}» تقبل تاريخًا أو نصًّا قصيرًا.',
  '“{{name}}” takes yes or no.': '«{{name}}» تقبل نعم أو لا.',
  '“{{name}}” takes a number.': '«{{name}}» تقبل عددًا.',
  '“{{name}}” takes an article of the project.': '«{{name}}» تقبل مقالة من المشروع.',
  'The labels of an article are names with values.': 'تصنيفات المقالة أسماء لها قيم.',
  'A label of an article cannot be “{{name}}”: no file could hold it.':
    'لا يمكن أن يكون تصنيف المقالة «{{name}}»: لا ملف يقدر على حمله.',
  'A layer has one document record.': 'للطبقة سجل مستند واحد.',
  'There is no such state.': 'لا وجود لهذه الحالة.',
  'A layer is submitted once it was checked, not by an edit.': 'تُسلَّم الطبقة بعد فحصها لا بتعديل.',
  'The place reached lies outside the text, which has {{length}} characters.':
    'الموضع الذي قُرئ إليه خارج النص، وطوله {{length}} حرفًا.',
  'Each analyst writes only to their own layer.': 'يكتب كل محلِّل في طبقته فقط.',
  'The article of this edit is not in the project.': 'مقالة هذا التعديل ليست في المشروع.',
  'Tags are short texts, 200 at most.': 'العلامات نصوص قصيرة، 200 على الأكثر.',
  'An article is assigned to analysts of the project.': 'تُسند المقالة إلى محلِّلين من المشروع.',
  'The field “{{name}}” of an article does not change.': 'لا يتغير حقل المقالة «{{name}}».',
  'A field of an article is a short text.': 'حقل المقالة نص قصير.',
  'Furniture has to lie within the text, in order, without overlap.':
    'يجب أن تقع الزوائد داخل النص مرتبة وبلا تداخل.',
  'A relation links two annotations.': 'تربط العلاقة بين وسمين.',
  'A relation links annotations that exist.': 'تربط العلاقة بين وسوم موجودة.',
  'The type of a relation is a short text.': 'نوع العلاقة نص قصير.',
  'A comment names the annotation it is about, and whose it is.':
    'يذكر التعليق الوسم الذي يخصه وصاحبه.',
  'The project has no such analyst.': 'لا وجود لهذا المحلِّل في المشروع.',
  'The annotation of this comment does not exist any more.': 'لم يعد وسم هذا التعليق موجودًا.',
  'The words or the quote of the comment are not text, or are too long.':
    'كلمات التعليق أو اقتباسه ليست نصًّا أو هي أطول من اللازم.',
  'The comment is empty.': 'التعليق فارغ.',
  'A comment belongs to a thread.': 'كل تعليق جزء من نقاش.',

  'Its words are not the words at its position.': 'ليست كلماته هي الكلمات في موضعه.',
  'It stands on no words.': 'لا يقع على كلمات.',
  'It is blank.': 'هو فراغ.',
  'It begins or ends with a blank.': 'يبدأ أو ينتهي بفراغ.',
  '“{{name}}” is not answered.': '«{{name}}» بلا إجابة.',
  'An end of its relation “{{name}}” is gone.': 'لم يعد أحد طرفي علاقته «{{name}}» موجودًا.',
  'The codebook has no relation “{{name}}”.': 'لا علاقة «{{name}}» في دليل الترميز.',
  'The codebook has no label “{{name}}”.': 'لا تصنيف «{{name}}» في دليل الترميز.',
  '“{{name}}” does not link annotations of these labels.':
    '«{{name}}» لا تربط وسومًا من هذين التصنيفين.',

  'A value has to follow “{{field}}”.': 'يجب أن تتبع «{{field}}» قيمة.',
  'Write in:article, in:furniture or in:all.': 'اكتب in:article أو in:furniture أو in:all.',
  '“in:” can stand once, without a minus.': 'تُكتب «in:» مرة واحدة وبلا إشارة سالب.',
  'Write attribute:name=value, or attribute:name=* for any value.':
    'اكتب attribute:name=value، أو attribute:name=* لأي قيمة.',
  'There is no field “{{name}}”. Put words with a colon in quotation marks.':
    'لا وجود للحقل «{{name}}». ضع الكلمات التي فيها نقطتان بين علامتي اقتباس.',
  'This regular expression has no “/” at its end.': 'ليس في آخر هذا التعبير النمطي «/».',
  'This regular expression is empty.': 'هذا التعبير النمطي فارغ.',
  'This regular expression is too long.': 'هذا التعبير النمطي أطول من اللازم.',
  'This is no regular expression that can be searched for: {{reason}}.':
    'ليس هذا تعبيرًا نمطيًّا يمكن البحث به: {{reason}}.',
  'After the last “/” only i, m and s can stand, not “{{flags}}”.':
    'بعد «/» الأخيرة تُكتب i وm وs فقط، لا «{{flags}}».',
  'A star can stand only at the end of a word.': 'تُكتب النجمة في آخر الكلمة فقط.',
  '“{{words}}” has no letter or digit to look for.': 'ليس في «{{words}}» حرف أو رقم يُبحث عنه.',
  'This query is too long.': 'نص البحث أطول من اللازم.',
  'This quotation mark is not closed.': 'علامة الاقتباس هذه غير مغلقة.',
  '{{from}} is later than {{to}}.': '{{from}} بعد {{to}}.',
  '“{{value}}” is not a date. Write date:2022, date:2022-01 or date:2022-01-15..2022-02.':
    'ليس «{{value}}» تاريخًا. اكتب date:2022 أو date:2022-01 أو date:2022-01-15..2022-02.',
  'There is no {{what}} “{{value}}”. There is: {{names}}.':
    'لا وجود لـ {{what}} «{{value}}». الموجود: {{names}}.',
  'The index is not open.': 'الفهرس غير مفتوح.',
  'The search has ended.': 'انتهى البحث.',
  'This preview is out of date. Open it again.': 'لم تعد هذه المعاينة صالحة. افتحها من جديد.',
  'There is nothing to change.': 'لا شيء يتغير.',
  'Another search took the place of this one. Search again.': 'حلّ بحث آخر محل هذا. ابحث من جديد.',
  'At most {{most}} hits can be changed in one step. Narrow the search.':
    'يمكن تغيير {{most}} نتيجة على الأكثر في خطوة واحدة. ضيِّق البحث.',
  'The search index cannot be used: {{reasonSaid}}. Your work is not touched. Rebuild the index to try again.':
    'لا يمكن استعمال فهرس البحث: {{reasonSaid}}. لم يُمس عملك. أعد بناء الفهرس للمحاولة ثانية.',
  'The index is not complete: only part of the articles is searched.':
    'الفهرس غير كامل: يُبحث في بعض المقالات فقط.',
  'These statistics are not there any more. Count again.': 'لم تعد هذه الإحصاءات موجودة. أعد العدّ.',
  'This computer gives no canvas to draw on.': 'لا يتيح هذا الحاسوب لوحة للرسم.',
};
