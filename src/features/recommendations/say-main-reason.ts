import type { ColumnReason } from '#contracts/learn.ts';
import type { FieldDefinition } from '#core/customers/field-definition.ts';
import type { CustomValue } from '#core/record.ts';
import type { Words } from '#i18n/en.ts';
import type { Format } from '#i18n/make-format.ts';
import { nameColumn } from '#ui/records/name-column.ts';
import { sayCustom } from '#ui/words/say-custom.ts';

/** One reason in a line: what stands out, its value, and what is usual: never a cause. */
export const sayMainReason = (
  { column, type, value, compared }: Pick<ColumnReason, 'column' | 'type' | 'value' | 'compared'>,
  fields: readonly FieldDefinition[],
  words: Words,
  format: Format,
): string => {
  const { reasons } = words;
  const field = fields.find(({ key }) => key === column) ?? { type };
  const say = (told: CustomValue) => sayCustom(told, field, words, format);
  const share = (part: number) => format.share(Math.round(part * 100) / 100);
  const how = () => {
    if (compared.kind === 'missing') return reasons.missing(share(compared.share));
    if (compared.kind === 'share')
      return compared.share < 0.01 ? reasons.rare : reasons.shared(share(compared.share));
    return reasons.usual(compared.isDate ? format.dayNumber(compared.usual) : say(compared.usual));
  };
  return `${nameColumn(column, fields, words)}: ${say(value)} · ${how()}`;
};
