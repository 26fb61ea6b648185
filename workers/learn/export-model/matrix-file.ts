import { accept, type Result, refuse } from '#core/result.ts';
import type { CustomerTable } from '#workers/learn/read-table.ts';
import type { Turns } from '#workers/learn/take-turns.ts';
import type { FinalModel } from '#workers/learn/train-final.ts';
import { inputNames } from './describe-recipe.ts';
import type { ModelFile } from './model-files.ts';
import { modelMatrix } from './model-inputs.ts';

const blockRows = 1_000;

/** The fewest digits that are this float32 again. */
const digits = (value: number): string => String(Number(value.toPrecision(9)));

/** A name on one line, quoted where it must be: the rest of the file are numbers. */
const headCell = (name: string): string => {
  const text = name.replaceAll(/\s+/gu, ' ');
  return /[",]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Row of its file each place came from; the place itself where a customer came from none. */
const sourceRows = ({ directory, end }: CustomerTable): Float64Array => {
  const rows = Float64Array.from({ length: end }, (_, place) => place);
  for (const { first, ids, columns } of directory)
    ids.forEach((_, at) => {
      const row = columns.sourceRow?.[at];
      if (typeof row === 'number') rows[first + at] = row;
    });
  return rows;
};

/** `matrix.csv`: the customers of a table as the exported model reads them. Refuses: cancelled. */
export const matrixFile = async (
  final: FinalModel,
  table: CustomerTable,
  turns: Turns,
): Promise<Result<ModelFile>> => {
  const rowOf = sourceRows(table);
  const parts: Blob[] = [new Blob([`${['row', ...inputNames(final)].map(headCell).join(',')}\n`])];
  for (let from = 0; from < table.rows.length; from += blockRows) {
    const rows = table.rows.subarray(from, from + blockRows);
    const { width, values } = modelMatrix(final, table.find, rows);
    const lines = Array.from(rows, (row, at) => {
      const inputs = Array.from(values.subarray(at * width, (at + 1) * width), digits);
      return `${rowOf[row] ?? row},${inputs.join(',')}\n`;
    });
    parts.push(new Blob([lines.join('')]));
    if (await turns.take()) return refuse('cancelled');
  }
  return accept({ name: 'matrix.csv', file: new Blob(parts, { type: 'text/csv' }) });
};
