import { encodeRows, type FindValues } from '#core/predictions/encode-rows.ts';
import type { Ensemble, MemberName } from '#core/predictions/model-body.ts';
import { memberNames } from '#core/predictions/model-body.ts';
import { encodeRichRows } from '#core/predictions/rich-recipe.ts';
import type { FinalModel } from '#workers/learn/train-final.ts';
import { type CodePart, codeParts, encodeCodes } from './tree-codes.ts';

export type PartName = MemberName;

/** The stretch of the matrix that one member reads. */
export type InputPart = {
  readonly name: PartName;
  /** Its place among the stack's weights. */
  readonly place: number;
  readonly from: number;
  readonly width: number;
  /** Of the trees: which field each of its inputs belongs to. */
  readonly codes?: readonly CodePart[];
};

const sizeOf = (ensemble: Ensemble, name: PartName) => {
  if (name === 'logistic') return { width: ensemble.logistic.width };
  if (name === 'network') return { width: ensemble.network?.recipe.width ?? 0 };
  const { parts: codes, width } = codeParts(ensemble.trees);
  return { width, codes };
};

/** What the members that are listened to read, side by side. */
export const inputParts = (
  ensemble: Ensemble,
): { readonly parts: readonly InputPart[]; readonly width: number } => {
  const parts: InputPart[] = [];
  let from = 0;
  for (const [place, name] of memberNames.entries()) {
    const size = sizeOf(ensemble, name);
    if (size.width === 0 || !ensemble.stack.weights[place]) continue;
    parts.push({ name, place, from, ...size });
    from += size.width;
  }
  return { parts, width: from };
};

const encodePart = (
  { logistic, network }: Ensemble,
  { name, codes = [], width }: InputPart,
  find: FindValues,
  rows: Uint32Array,
): Float32Array => {
  if (name === 'trees') return encodeCodes(codes, width, find, rows);
  if (name === 'network' && network !== undefined)
    return encodeRichRows(network.recipe, find, rows).values;
  return encodeRows(logistic, find, rows).values;
};

/** Rows of a table as the exported model reads them, row by row. */
export const modelMatrix = (
  { recipe, ensemble }: FinalModel,
  find: FindValues,
  rows: Uint32Array,
): { readonly width: number; readonly values: Float32Array } => {
  if (ensemble === undefined) return encodeRows(recipe, find, rows);
  const { parts, width } = inputParts(ensemble);
  const values = new Float32Array(rows.length * width);
  for (const part of parts) {
    const own = encodePart(ensemble, part, find, rows);
    for (let row = 0; row < rows.length; row += 1)
      values.set(own.subarray(row * part.width, (row + 1) * part.width), row * width + part.from);
  }
  return { width, values };
};
