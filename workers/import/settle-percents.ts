import type { FieldDefinition } from '#core/customers/field-definition.ts';
import type { Database } from '#db/database.ts';
import { listRecords } from '#db/sealed-table.ts';
import { columnsOf, type OpenFile } from './open-file.ts';

/** Whether numbers under a header have the sign, as far as fields and files know. */
type Signs = Map<string, Set<boolean>>;

const note = (signs: Signs, header: string, percent: boolean): void => {
  signs.set(header, (signs.get(header) ?? new Set()).add(percent));
};

const signOf = ({ percent = false }: Pick<FieldDefinition, 'percent'>) => percent;

/**
 * A field remembers the sign of its numbers once for all of them. Where a header brings percentages
 * here and plain values there, in a field that was there or in another file, both stay as written.
 */
export const settlePercents = async (db: Database, files: readonly OpenFile[]): Promise<void> => {
  const columns = files.flatMap((file) =>
    columnsOf(file).map(({ header, reading }) => ({ file, header, reading })),
  );
  const fields = await listRecords(db, 'fieldDefinitions');
  if (!columns.some(({ reading }) => reading.percent) && !fields.some(signOf)) return;
  const signs: Signs = new Map();
  for (const field of fields) note(signs, field.key, signOf(field));
  for (const { header, reading } of columns) note(signs, header, reading.percent === true);
  for (const { file, header, reading } of columns)
    if (reading.type === 'number' && (signs.get(header)?.size ?? 0) > 1) file.asWritten.add(header);
};
