import type { FindValues } from '#core/predictions/encode-rows.ts';
import type { TreesBody } from '#core/predictions/model-body.ts';
import { type BinnedField, binRows } from '#core/predictions/trees/bin-rows.ts';

/** A field of the trees as inputs of the matrix. */
export type CodePart = {
  readonly field: BinnedField;
  /** Its place among the fields of the trees. */
  readonly column: number;
  /** Its first input within the part. */
  readonly from: number;
};

/** A number is its code and "is it missing"; a choice is one input per level, the first for levels never seen. */
export const inputsOfField = (field: BinnedField): number =>
  field.kind === 'choice' ? field.levels.length + 1 : 2;

/** The fields that some tree asks about, one after the other. */
export const codeParts = ({
  fields,
  trees,
}: Pick<TreesBody, 'fields' | 'trees'>): {
  readonly parts: readonly CodePart[];
  readonly width: number;
} => {
  const asked = new Set(trees.flatMap(({ columns }) => columns));
  const parts: CodePart[] = [];
  let width = 0;
  for (const [column, field] of fields.entries()) {
    if (!asked.has(column)) continue;
    parts.push({ field, column, from: width });
    width += inputsOfField(field);
  }
  return { parts, width };
};

/** Rows as the trees' inputs, row by row. */
export const encodeCodes = (
  parts: readonly CodePart[],
  width: number,
  find: FindValues,
  rows: Uint32Array,
): Float32Array => {
  const { columns } = binRows(
    parts.map(({ field }) => field),
    find,
    rows,
  );
  const values = new Float32Array(rows.length * width);
  parts.forEach(({ field, from }, at) => {
    columns[at]?.codes.forEach((code, row) => {
      const place = row * width + from;
      if (field.kind === 'choice') values[place + code] = 1;
      else {
        values[place] = code;
        values[place + 1] = code === 0 ? 1 : 0;
      }
    });
  });
  return values;
};
