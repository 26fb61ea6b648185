/** A stream of numbers in [0, 1): the same seed always gives the same stream. */
export type Random = () => number;

/**
 * Seeded uniform numbers in [0, 1): Mulberry32 (Tommy Ettinger, public domain). 32 bits of state
 * are plenty for shuffles and demo data; never use it for keys.
 */
export const seededRandom = (seed: number): Random => {
  let state = mixSeed(seed, 0x9e3779b9);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 4294967296;
  };
};

/**
 * A seed for part `index` of something seeded with `seed`, so that part 17 is the same whether or
 * not parts 0 to 16 were made before it. (The finalizer of MurmurHash3, Appleby.)
 */
export const mixSeed = (seed: number, index: number): number => {
  let bits = (Math.imul(seed | 0, 0x85ebca6b) ^ Math.imul(index | 0, 0xc2b2ae35)) | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) | 0;
};

/** A normal deviate, mean 0 and deviation 1 (Box and Muller 1958; the second one is thrown away). */
export const normalFrom = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** `count` distinct places of 0…total−1 in ascending order (Knuth's selection sampling, 3.4.2 S). */
export const sampleIndices = (total: number, count: number, random: Random): Uint32Array => {
  const wanted = Math.min(total, count);
  const chosen = new Uint32Array(wanted);
  let found = 0;
  for (let index = 0; index < total && found < wanted; index += 1)
    if (random() * (total - index) < wanted - found) {
      chosen[found] = index;
      found += 1;
    }
  return chosen;
};
