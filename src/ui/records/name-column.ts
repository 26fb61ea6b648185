import type { FieldDefinition } from '#core/customers/field-definition.ts';
import type { Words } from '#i18n/en.ts';

/** What a column of the model is called on the screen: the field's own name, not the key it is kept under. */
export const nameColumn = (
  column: string,
  fields: readonly Pick<FieldDefinition, 'key' | 'label'>[],
  { customers }: Words,
): string => {
  const own: Readonly<Record<string, string>> = {
    city: customers.city,
    country: customers.country,
    kind: customers.kind,
  };
  return fields.find(({ key }) => key === column)?.label ?? own[column] ?? column;
};
