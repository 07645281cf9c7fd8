import type { Sentences } from '../../sentences.ts';

/** Why a bundle is refused, and what waits; what undoing a merge says. */
export const bundles: Sentences = {
  'It is no bundle of Verbale: it has no manifest.': 'ليس حزمة من Verbale: لا فهرس محتويات فيه.',
  'Its manifest is not JSON.': 'فهرس محتوياته ليس JSON.',
  'Its manifest is not in canonical form.': 'فهرس محتوياته ليس بالصيغة المقررة.',
  'Some of its bytes are not the ones that were written.': 'بعض بايتاته ليست التي كُتبت.',
  'It has an entry that its manifest does not name: “{{name}}”.':
    'فيه جزء لا يذكره فهرس محتوياته: «{{name}}».',
  'Its entry “{{name}}” is missing.': 'ينقصه الجزء «{{name}}».',
  'Its entry “{{name}}” is not what was signed.': 'الجزء «{{name}}» ليس ما وُقِّع عليه.',
  'It is not signed.': 'ليست موقَّعة.',
  'Its signature cannot be read.': 'لا يمكن قراءة توقيعها.',
  'It is signed with another key than the one it names.': 'موقَّعة بمفتاح غير الذي تذكره.',
  'Its signature does not fit: it was changed, or signed by somebody else.':
    'توقيعها لا يطابق: غُيّرت أو وقّعها غير صاحبها.',
  'It needs a newer Verbale: it has version {{version}} of the form, and this program reads up to {{most}}.':
    'تحتاج إلى إصدار أحدث من Verbale: صيغتها {{version}}، وهذا البرنامج يقرأ حتى {{most}}.',
  'It belongs to another project, “{{name}}” ({{id}}).': 'تتبع مشروعًا آخر: «{{name}}» ({{id}}).',
  'It is encrypted with a passphrase.': 'مشفَّرة بعبارة سر.',
  'The passphrase is not the right one.': 'عبارة السر غير صحيحة.',
  'It is encrypted for the owner of a key. Name the file that holds your key.':
    'مشفَّرة لصاحب مفتاح. اختر الملف الذي فيه مفتاحك.',
  'It is not encrypted for your key.': 'ليست مشفَّرة لمفتاحك.',
  'The file of your key holds no key of age.': 'ليس في ملف المفتاح مفتاح age.',
  'It is encrypted, and damaged: it cannot be opened with anything.':
    'مشفَّرة ومعطوبة: لا يفتحها شيء.',
  'Edits {{first}} to {{last}} are not here yet.':
    'لم تصل بعد التعديلات من {{first}} إلى {{last}}.',
  'The article {{id}} is not here yet.': 'لم تصل بعد المقالة {{id}}.',
  'The article {{id}} came with it, and has been worked on here since. Take that back first. Nothing was changed.':
    'جاءت معها المقالة {{id}} وعُمل عليها هنا بعد ذلك. تراجع عن ذلك أولًا. لم يتغيّر شيء.',
  'No bundle was taken in that could be taken back.': 'لا حزمة أُدخلت يمكن التراجع عنها.',
  'It is another file than the one that was looked at. Look at it again.':
    'هو ملف غير الذي عُرض. اعرضه من جديد.',
};
