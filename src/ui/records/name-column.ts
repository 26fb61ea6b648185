import type { FieldDefinition } from '#core/customers/field-definition.ts';
import type { Words } from '#i18n/en.ts';
import { nameOrderColumn } from './name-order-column.ts';

/** What a column of the model, or what it predicts, is called on the screen: the field's own name, not the key it is kept under. */
export const nameColumn = (
  column: string,
  fields: readonly Pick<FieldDefinition, 'key' | 'label'>[],
  words: Words,
): string => {
  const { customers } = words;
  const own: Readonly<Record<string, string>> = {
    city: customers.city,
    country: customers.country,
    kind: customers.kind,
  };
  return (
    fields.find(({ key }) => key === column)?.label ??
    own[column] ??
    nameOrderColumn(column, words) ??
    column
  );
};
