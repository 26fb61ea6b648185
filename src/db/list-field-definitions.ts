import type { FieldDefinition } from '#core/customers/field-definition.ts';
import type { Database } from './database.ts';
import { listRecords } from './sealed-table.ts';

/** Fields of one import are as old as each other; their ids end in their place in the file. */
const placeOf = ({ id }: FieldDefinition): number => Number(/\d+$/u.exec(id)?.[0] ?? 0);

/** Those in use, in the order they were made. */
export const fieldsInUse = (all: readonly FieldDefinition[]): readonly FieldDefinition[] =>
  all
    .filter(({ deletedAt }) => deletedAt === undefined)
    .sort((a, b) => a.createdAt - b.createdAt || placeOf(a) - placeOf(b));

/** The custom fields of a table that are in use, in the order they were made. */
export const listFieldDefinitions = async (
  db: Database,
  entity: FieldDefinition['entity'],
): Promise<readonly FieldDefinition[]> =>
  fieldsInUse(await listRecords(db, 'fieldDefinitions', { index: 'entity', equals: entity }));
