/**
 * A number as a person types it: `12`, `1.5`, `1,5`, `1 234,50`, `1,234.50`, full-width digits. The last
 * comma or point is the decimal mark, unless it repeats. undefined when it is no number.
 */
export const readNumber = (text: string): number | undefined => {
  const plain = text.normalize('NFKC').replace(/[\s'’]/gu, '');
  if (!/^[+-]?[\d.,]*\d[\d.,]*$/u.test(plain)) return undefined;
  const marks = plain.match(/[.,]/gu) ?? [];
  const last = marks.at(-1);
  const isGrouping = marks.length > 1 && marks.every((mark) => mark === last);
  if (last === undefined || isGrouping) return Number(plain.replace(/[.,]/gu, ''));
  const at = plain.lastIndexOf(last);
  const whole = plain.slice(0, at);
  if (whole.includes(last)) return undefined;
  return Number(`${whole.replace(/[.,]/gu, '')}.${plain.slice(at + 1)}`);
};

/** A number for a field: as many decimals as it has, no grouping. */
export const writeNumber = (value: number | undefined): string =>
  value === undefined
    ? ''
    : value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 10 });
