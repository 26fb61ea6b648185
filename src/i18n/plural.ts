const english = new Intl.NumberFormat('en');
const chinese = new Intl.NumberFormat('zh-CN');

/** `1 row`, `412 rows`: a count with its noun in English. */
export const plural = (count: number, one: string, many: string): string =>
  `${english.format(count)} ${count === 1 ? one : many}`;

/** A count as English writes it. */
export const enCount = (count: number): string => english.format(count);

/** A count as Chinese writes it; Chinese has no plural. */
export const zhCount = (count: number): string => chinese.format(count);
