import type { ColumnReason } from '#contracts/learn.ts';
import type { FieldDefinition } from '#core/customers/field-definition.ts';
import type { CustomValue } from '#core/record.ts';
import type { Words } from '#i18n/en.ts';
import type { Format } from '#i18n/make-format.ts';
import { sayCustom } from '#ui/words/say-custom.ts';

type Fields = readonly FieldDefinition[];
type Reason = Pick<ColumnReason, 'column' | 'type' | 'value' | 'compared'>;

const fieldOf = (column: string, fields: Fields): FieldDefinition | undefined =>
  fields.find(({ key }) => key === column);

/** A value of a column in words. */
export const sayValue = (
  { column, type, value }: Omit<Reason, 'compared'>,
  fields: Fields,
  words: Words,
  format: Format,
): string => {
  const field = fieldOf(column, fields);
  if (field === undefined && column === 'kind' && (value === 'business' || value === 'person'))
    return words.customers.kinds[value];
  return sayCustom(value, field ?? { type }, words, format);
};

const nearlyHalf = 0.4;

const sayOrder = (
  { below, same, isDate }: Extract<ColumnReason['compared'], { kind: 'order' }>,
  { reasons }: Words,
): string | undefined => {
  const above = 1 - below - same;
  // Rounded down: what is said is true of at least so many.
  const tenths = (share: number) => Math.min(9, Math.floor(share * 10 + 1e-9));
  if (below - above > nearlyHalf) return (isDate ? reasons.later : reasons.higher)(tenths(below));
  if (above - below > nearlyHalf) return (isDate ? reasons.earlier : reasons.lower)(tenths(above));
  return undefined;
};

/** How a customer's value compares with the others': "more than 8 of 10 customers · usual: 3". */
export const sayComparison = (
  reason: Reason,
  fields: Fields,
  words: Words,
  format: Format,
): string => {
  const { reasons } = words;
  const { compared, value } = reason;
  const say = (other: CustomValue) => sayValue({ ...reason, value: other }, fields, words, format);
  const share = (part: number) => format.share(Math.round(part * 100) / 100);
  if (compared.kind === 'missing') return reasons.missing(share(compared.share));
  if (compared.kind === 'order') {
    const { usual, isDate } = compared;
    const said = isDate ? format.dayNumber(usual) : say(usual);
    const order = sayOrder(compared, words);
    if (order !== undefined) return `${order} · ${reasons.usual(said)}`;
    return said === say(value) ? reasons.likeMost : reasons.usual(said);
  }
  const how = compared.share < 0.01 ? reasons.rare : reasons.shared(share(compared.share));
  const { commonest } = compared;
  const isCommonest = commonest === null || say(commonest) === say(value);
  return isCommonest ? how : `${how} · ${reasons.mostOften(say(commonest))}`;
};
