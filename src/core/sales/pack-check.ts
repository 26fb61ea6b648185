/** A quantity that is no whole number of packs, and the whole ones beside it. */
export type PackGap = { readonly below: number; readonly above: number };

const hair = 1e-9;

/**
 * What is wrong with a quantity where goods come in packs; undefined when nothing is. The sign is
 * left aside: a return is counted in packs too.
 */
export const packGap = (quantity: number, packSize: number | undefined): PackGap | undefined => {
  if (packSize === undefined || packSize <= 0 || packSize === 1) return undefined;
  const packs = Math.abs(quantity) / packSize;
  if (Math.abs(packs - Math.round(packs)) < hair) return undefined;
  return { below: Math.floor(packs) * packSize, above: Math.ceil(packs) * packSize };
};
