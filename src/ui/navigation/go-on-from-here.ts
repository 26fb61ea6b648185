/** Where the person is, without the question of a list: filters may change under a form. */
const placeNow = (): string => location.hash.split('?')[0] ?? '';

/**
 * For what ends somewhere else after it has waited: called when it begins, it gives what leads on. Who
 * has gone elsewhere meanwhile is left there: what they do now is not taken from under their hands.
 *
 *     const goOn = goOnFromHere();
 *     const saved = await save();
 *     if (saved.ok) goOn(hrefOf.orders);
 */
export const goOnFromHere = (): ((href: string) => void) => {
  const from = placeNow();
  return (href) => {
    if (placeNow() === from) location.hash = href;
  };
};
