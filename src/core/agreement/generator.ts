/** Numbers in [0, 1), the next with each call. */
export type Random = () => number;

/**
 * A generator that gives the same numbers for the same seed on every machine, so that a result can be
 * had again: sfc32 (Chris Doty-Humphrey, PractRand, public domain), 128 bits of state.
 */
export function generator(seed: number): Random {
  let [a, b, c, count] = [seed | 0, Math.imul(seed, 0x9e3779b1), ~seed | 0, 1];
  const next: Random = () => {
    const out = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + out;
    return (out >>> 0) / 4_294_967_296;
  };
  // The first numbers still show the seed.
  for (let i = 0; i < 16; i += 1) next();
  return next;
}
