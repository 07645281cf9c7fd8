/** Small words that give a language away. Only languages written in Latin letters need them. */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for it with as his on be at by had not are but from or have an they which you were said has will its would their',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über',
  fr: 'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec son aux été cette ont d l qu',
  es: 'de la que el en y a los del se las por un para con no una su al lo como más pero sus le ha me si sin sobre este ya entre cuando fue',
  it: 'di e il la che in a per un è del non della con i si le da una alla sono dei nel ha gli al come anche più delle',
  pt: 'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou',
  nl: 'de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij uit nog naar heeft werd door over wordt',
  pl: 'w i na z się do nie że o to jest jak po za przez od co ale dla są oraz może który jego być',
  tr: 've bir bu için de da ile olarak çok daha olan gibi kadar sonra ne var dedi ise en ancak',
  sv: 'och i att det som en på är av för med till den har de inte om ett han men var sig från vi så kan',
};

const SAMPLE = 20_000;
const FEWEST_LETTERS = 12;

const SCRIPTS: readonly (readonly [pattern: RegExp, language: (text: string) => string])[] = [
  [/[\uac00-\ud7af\u1100-\u11ff]/gu, () => 'ko'],
  [/[\u3040-\u30ff]/gu, () => 'ja'],
  [/\p{Script=Han}/gu, () => 'zh'],
  [/\p{Script=Arabic}/gu, (text) => (/[پچژگ]/u.test(text) ? 'fa' : 'ar')],
  [
    /\p{Script=Cyrillic}/gu,
    (text) => (count(text, /[іїєґ]/giu) > count(text, /[ыэъё]/giu) ? 'uk' : 'ru'),
  ],
  [/\p{Script=Hebrew}/gu, () => 'he'],
  [/\p{Script=Greek}/gu, () => 'el'],
  [/\p{Script=Thai}/gu, () => 'th'],
  [/\p{Script=Devanagari}/gu, () => 'hi'],
];

/** The language of a text as a BCP 47 tag, by script and small words; empty when it is not clear. */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const letters = count(sample, /\p{L}/gu);
  if (letters < FEWEST_LETTERS) {
    return '';
  }
  const kana = count(sample, /[\u3040-\u30ff]/gu);
  if (kana > letters / 20) {
    return 'ja';
  }
  for (const [pattern, language] of SCRIPTS) {
    if (count(sample, pattern) > letters / 3) {
      return language(sample);
    }
  }
  return guessLatin(sample);
}

function guessLatin(sample: string): string {
  const seen = new Map<string, number>();
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) {
    seen.set(word, (seen.get(word) ?? 0) + 1);
  }
  let best = '';
  let most = 1;
  for (const [language, list] of Object.entries(STOP_WORDS)) {
    const hits = list.split(' ').reduce((sum, word) => sum + (seen.get(word) ?? 0), 0);
    if (hits > most) {
      best = language;
      most = hits;
    }
  }
  return best;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
