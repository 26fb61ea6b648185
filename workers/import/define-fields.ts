import type { FieldDefinition } from '#core/customers/field-definition.ts';
import { isLearnable } from '#core/imports/learnable-field.ts';
import type { ColumnReading } from '#core/imports/read-column.ts';
import { accept, type Result } from '#core/result.ts';
import { isSameValue } from '#core/same-value.ts';
import { commit, type Write } from '#db/commit.ts';
import { listRecords } from '#db/sealed-table.ts';
import type { ImportWay } from './import-way.ts';

export type CustomColumn = { readonly header: string; readonly reading: ColumnReading };

type Place = {
  readonly entity: FieldDefinition['entity'];
  readonly importId: string;
  readonly now: number;
};

const define = ({ header, reading }: CustomColumn, at: number, place: Place): FieldDefinition => ({
  id: `${place.importId}-f${place.entity}-${at}`,
  createdAt: place.now,
  updatedAt: place.now,
  rev: 0,
  entity: place.entity,
  key: header,
  label: header,
  type: reading.type,
  ...(reading.choices === undefined ? {} : { choices: [...reading.choices] }),
  ...(reading.percent && { percent: true }),
  learnable: isLearnable(header, reading.type),
});

const sameChoices = (a: FieldDefinition, reading: ColumnReading) =>
  (reading.choices ?? []).every((choice) => a.choices?.includes(choice) ?? false);

/** A field that was there takes in the new column: choices are joined, unlike types become text. */
const widen = (known: FieldDefinition, { header, reading }: CustomColumn): FieldDefinition => {
  const bothChoices = [known.type, reading.type].every((t) => t === 'choice' || t === 'yesno');
  if (bothChoices) {
    const choices = [...new Set([...(known.choices ?? []), ...(reading.choices ?? [])])];
    return { ...known, type: 'choice', choices };
  }
  const { choices: _, ...rest } = known;
  return { ...rest, type: 'text', learnable: isLearnable(header, 'text') };
};

/** The definition as the import needs it; one that was deleted is in use again. */
const fitted = (known: FieldDefinition, column: CustomColumn): FieldDefinition => {
  const { deletedAt: _, ...kept } = known;
  const isFit = known.type === column.reading.type && sameChoices(known, column.reading);
  return isFit ? kept : widen(kept, column);
};

/**
 * The definitions an import adds for its custom columns. Fields with the same key are used again;
 * where the type differs the old definition is widened, and undoing the import narrows it again.
 */
export const defineFields = async (
  { db, isDry, defined }: ImportWay,
  columns: readonly CustomColumn[],
  place: Place,
): Promise<Result<FieldDefinition[]>> => {
  const there = await listRecords(db, 'fieldDefinitions', {
    index: 'entity',
    equals: place.entity,
  });
  const byKey = new Map(there.map((field) => [field.key, field]));
  const writes: Write[] = [];
  const added: FieldDefinition[] = [];
  for (const column of columns) {
    const known = byKey.get(column.header);
    const key = `${place.entity}|${column.header}`;
    // Two files of one import may bring the same column.
    if (known === undefined && defined.has(key)) continue;
    defined.add(key);
    if (known === undefined) added.push(define(column, defined.size, place));
    else {
      const record = fitted(known, column);
      if (!isSameValue(record, known)) writes.push({ table: 'fieldDefinitions', record });
    }
  }
  if (writes.length === 0 || isDry) return accept(added);
  const { importId, now } = place;
  const saved = await commit(db, {
    label: 'import-updated',
    now,
    undoable: false,
    importId,
    writes,
  });
  return saved.ok ? accept(added) : saved;
};
