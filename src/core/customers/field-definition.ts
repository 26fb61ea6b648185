import * as v from 'valibot';
import { recordEntries } from '#core/record.ts';

export const fieldTypes = ['number', 'date', 'choice', 'text', 'yesno'] as const;
export type FieldType = (typeof fieldTypes)[number];

/** Tables whose records may hold custom fields. */
export const fieldEntities = [
  'customers',
  'contacts',
  'products',
  'orders',
  'deals',
  'activities',
  'tasks',
] as const;

export const fieldDefinitionSchema = v.object({
  ...recordEntries,
  entity: v.picklist(fieldEntities),
  /** Key in `custom`: the exact header of the file, made unique when a file repeats one. */
  key: v.string(),
  label: v.string(),
  type: v.picklist(fieldTypes),
  /** The distinct values of a choice, in the order first seen (at most 200 are kept). */
  choices: v.optional(v.array(v.string())),
  /** Numbers of this field are percentages: 12.5 is shown and exported as `12.5%`, as it came in. */
  percent: v.optional(v.boolean()),
  /** Off for protected traits and free text: such a field is no feature unless allowed. */
  learnable: v.boolean(),
});

/** A typed custom field a person or an import added to a table. */
export type FieldDefinition = v.InferOutput<typeof fieldDefinitionSchema>;

/** The name of a field with the sign of its numbers, where they are typed or asked for without it. */
export const labelWithSign = ({
  label,
  percent,
}: Pick<FieldDefinition, 'label' | 'percent'>): string => (percent ? `${label} (%)` : label);
