import { seeded } from '../../src/core/testing/seeded.ts';

const SYLLABLES =
  'ka re mo ti san lu ver do pa in shi gor al be ne zo qua tri fel mar en or ist ion é ü ant os'.split(
    ' ',
  );
const VOCABULARY = 80_000;
const WORDS = 300;

/** Words as news has them: short ones are frequent, half of all are rare. */
function vocabulary(random: () => number): string[] {
  const words = new Set<string>();
  while (words.size < VOCABULARY) {
    const count = 1 + Math.floor(Math.log2(1 + words.size / 24) / 3 + random() * 2);
    let word = '';
    for (let i = 0; i < count; i += 1) {
      word += SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '';
    }
    words.add(word);
  }
  return [...words];
}

/** Articles that look like news to a search, the same for the same seed. */
export function newsroom(seed: number): {
  readonly article: (number: number) => string;
  /** A word by how frequent it is: 0 is the most frequent. */
  readonly word: (rank: number) => string;
} {
  const words = vocabulary(seeded(seed));
  const word = (rank: number): string => words[rank] ?? 'none';
  // Zipf's law: rank r is met 1/r times as often as rank 1.
  const pick = (random: () => number): string =>
    word(Math.min(VOCABULARY - 1, Math.floor(Math.exp(random() * Math.log(VOCABULARY))) - 1));
  return {
    word,
    article(number) {
      const random = seeded(seed * 1_000_003 + number);
      const parts: string[] = [];
      for (let i = 0; i < WORDS; i += 1) {
        const said = pick(random);
        const first = i % 17 === 0;
        parts.push(first ? said.charAt(0).toUpperCase() + said.slice(1) : said);
        const end = i % 17 === 16 ? '.' : i % 9 === 8 ? ',' : '';
        parts.push(`${end}${i % 85 === 84 ? '\n\n' : ' '}`);
      }
      if (number % 997 === 0) parts.push('“Zanzibar sanctions package” ');
      return parts.join('');
    },
  };
}
