import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { directoryFilters, isPlain, parseListQuery } from '#core/customers/list-query.ts';
import type { Database } from '#db/database.ts';
import { readMeta } from '#db/meta.ts';
import { findRecord } from '#db/sealed-table.ts';
import { findCustomers } from '#jobs/directory-jobs.ts';

/** How often it happens at all, 0..1, as the model in use has measured it. */
const readBaseRate = async (db: Database): Promise<number> => {
  const { activeModel } = await readMeta(db);
  const model = activeModel === undefined ? undefined : await findRecord(db, 'models', activeModel);
  const { positives, rows } = model?.heldOut.baseRate ?? { positives: 0, rows: 0 };
  return rows === 0 ? 0.5 : positives / rows;
};

const readOrds = async (db: Database, text: string): Promise<Uint32Array | undefined> => {
  const { search, filters, sort } = parseListQuery(new URLSearchParams(text));
  const narrowed = directoryFilters(filters, await readBaseRate(db));
  const found = await findCustomers({ search, filters: narrowed, sort });
  return found.ok ? found.value.ords : undefined;
};

/** The customers of the list one came from, in its order; undefined when that was all of them. */
export const useNarrowed = (db: Database): Uint32Array | undefined => {
  const [params] = useSearchParams();
  const text = params.toString();
  const [found, setFound] = useState<{ readonly text: string; readonly ords: Uint32Array }>();
  const isWanted = !isPlain(parseListQuery(params));
  useEffect(() => {
    if (!isWanted) return undefined;
    let isGone = false;
    void readOrds(db, text).then((ords) => {
      if (!isGone && ords !== undefined) setFound({ text, ords });
    });
    return () => {
      isGone = true;
    };
  }, [db, text, isWanted]);
  return isWanted && found?.text === text ? found.ords : undefined;
};
