import { readColumnChunk } from '#db/columns.ts';
import type { Database } from '#db/database.ts';

/** Chunks of a thousand customers that are looked at: offers while typing need not be complete. */
const mostChunks = 5;

/** The tags customers carry, the commonest first: read from the columns, no customer is opened. */
export const readTagsInUse = async (db: Database): Promise<readonly string[]> => {
  const counts = new Map<string, number>();
  for (let n = 0; n < mostChunks; n += 1) {
    const chunk = await readColumnChunk(db, 'customers.directory', n);
    if (chunk === undefined) break;
    for (const [at, cell] of (chunk.columns.tags ?? []).entries()) {
      if (typeof cell !== 'string' || chunk.ids[at] === null) continue;
      for (const tag of cell.split('\n')) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([tag]) => tag);
};
