import type { Sentences } from '../../sentences.ts';

/** What a report on agreement says of numbers that it does not have. */
export const agreementSentences: Sentences = {
  'nobody marked anything': 'لم يسم أحد شيئًا',
  'no annotations match': 'لا وسوم متطابقة',
  'no unit has two ratings: nothing is shared, so nothing is compared':
    'لا موضع له حكمان: لا شيء مشترك فلا شيء يُقارن',
  'only one category is used, so chance alone would agree always':
    'استُعمل تصنيف واحد فقط، فالصدفة وحدها تتفق دائمًا',
  'only one category is used, or those used have no distance: nothing could differ':
    'استُعملت إجابة واحدة فقط: لم يكن ممكنًا أن يختلف شيء',
  'more than {{count}} different answers are not compared': {
    zero: 'لا تُقارن أكثر من {{count}} إجابة مختلفة',
    one: 'لا تُقارن أكثر من إجابة مختلفة واحدة',
    two: 'لا تُقارن أكثر من إجابتين مختلفتين',
    few: 'لا تُقارن أكثر من {{count}} إجابات مختلفة',
    many: 'لا تُقارن أكثر من {{count}} إجابة مختلفة',
    other: 'لا تُقارن أكثر من {{count}} إجابة مختلفة',
  },
  'more than {{count}} different answers are not resampled': {
    zero: 'لا تُعاد معاينة أكثر من {{count}} إجابة مختلفة',
    one: 'لا تُعاد معاينة أكثر من إجابة مختلفة واحدة',
    two: 'لا تُعاد معاينة أكثر من إجابتين مختلفتين',
    few: 'لا تُعاد معاينة أكثر من {{count}} إجابات مختلفة',
    many: 'لا تُعاد معاينة أكثر من {{count}} إجابة مختلفة',
    other: 'لا تُعاد معاينة أكثر من {{count}} إجابة مختلفة',
  },
  'no attribute counts': 'لا سمة تُحسب',
  'it takes two articles or more': 'يلزم مقالتان أو أكثر',
  'it is not defined in half of the samples or more': 'غير معرَّف في نصف العينات أو أكثر',
  'no samples were asked for': 'لم تُطلب عينات',
  'the report was ended': 'أُنهي التقرير',
  'The report was not made: {{reasonSaid}}. Your work is not touched. Try again.':
    'لم يُعدّ التقرير: {{reasonSaid}}. لم يُمسّ عملك. حاول مرة أخرى.',
  'This report is not there any more. Make it again.': 'لم يعد هذا التقرير موجودًا. أعدّه من جديد.',
  'Export the agreement report': 'تصدير تقرير الاتفاق',
};
