import type { Sentences } from '../../sentences.ts';

/** What a choice leaves out of a dataset, and what is said of recipes. */
export const datasets: Sentences = {
  'Save the recipe “{{name}}”': 'حفظ الوصفة «{{name}}»',
  'Rename the recipe “{{name}}”': 'تغيير اسم الوصفة «{{name}}»',
  'Remove the recipe “{{name}}”': 'حذف الوصفة «{{name}}»',
  'There is a recipe “{{name}}” already. Choose another name.':
    'توجد وصفة باسم «{{name}}». اختر اسمًا آخر.',
  'This recipe is not there any more.': 'لم تعد هذه الوصفة موجودة.',
  'The filter “{{filter}}” cannot be read: {{reasonSaid}}':
    'لا يمكن فهم المرشِّح «{{filter}}»: {{reasonSaid}}',
  'None of these articles has gold: nobody has adjudicated them yet. Nothing was written. Choose analysts instead.':
    'لا طبقة محكَّمة لأي من هذه المقالات: لم يحكّم فيها أحد بعد. لم يُكتب شيء. اختر محللين بدلًا من ذلك.',
  'articles that were not chosen': 'مقالات لم تُختر',
  'articles that the filter leaves out': 'مقالات يستبعدها المرشِّح',
  'articles without gold': 'مقالات بلا طبقة محكَّمة',
  'articles without a layer in a chosen state': 'مقالات ليس لها طبقة بحالة مختارة',
  'articles without a sentence': 'مقالات بلا جمل',
  'layers of analysts who were not chosen': 'طبقات محللين لم يُختاروا',
  'layers in another state': 'طبقات بحالة أخرى',
  'annotations of labels that were not chosen': 'وسوم بتصنيفات لم تُختر',
  'document labels that were not chosen': 'تصنيفات مقالات لم تُختر',
  'relations one of whose ends is left out': 'علاقات تُرك أحد طرفيها',
  'comments on annotations that are left out': 'تعليقات على وسوم متروكة',
  'comments on a whole article': 'تعليقات على مقالة كاملة',
  'labels of a whole article': 'تصنيفات مقالة كاملة',
  'notes on a whole article, and states': 'ملاحظات على مقالة كاملة، وحالات',
  'annotations that touch furniture': 'وسوم تمس زوائد',
  'annotations that cross the edge of a sentence': 'وسوم تتجاوز حد جملة',
  'annotations whose words are not in the text': 'وسوم ليست كلماتها في النص',
  'relations that touch furniture, or with an end that does': 'علاقات يمس أحد طرفيها زوائد',
  'relations that cross the edge of a sentence, or with an end that does':
    'علاقات بين جمل، أو يتجاوز أحد طرفيها حد جملة',
  'attributes whose words are left out': 'سمات كلماتها متروكة',
  furniture: 'زوائد',
  'review decisions on a text that is cut': 'قرارات تحكيم على نص مقطَّع',
};
