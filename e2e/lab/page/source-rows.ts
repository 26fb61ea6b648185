import { readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';

/** Which row of its file each customer came from: `rows[ord]`, or -1 where there is none. */
export const readSourceRows = async (db: Database): Promise<Int32Array> => {
  const chunks = await readColumns(db, 'customers.directory');
  const end = Math.max(0, ...chunks.map(({ first, ids }) => first + ids.length));
  const rows = new Int32Array(end).fill(-1);
  for (const { first, ids, columns } of chunks)
    ids.forEach((id, at) => {
      const row = columns.sourceRow?.[at];
      if (id !== null && typeof row === 'number') rows[first + at] = row;
    });
  return rows;
};
