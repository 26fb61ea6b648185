import type { Readings } from '#core/customers/match-pinyin.ts';

/**
 * How these characters may be read. The library is only loaded when there is a Chinese name, and
 * single characters are looked up: a name's characters are then matched in all their readings.
 */
export const loadReadings = async (
  characters: ReadonlySet<string>,
  known: Readings | undefined,
): Promise<Readings | undefined> => {
  if (characters.size === 0 || known?.size === characters.size) return known;
  const { pinyin } = await import('pinyin-pro');
  const readings = new Map(known);
  for (const character of characters)
    if (!readings.has(character))
      readings.set(character, [
        ...new Set(pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true })),
      ]);
  return readings;
};
