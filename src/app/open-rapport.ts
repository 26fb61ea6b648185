import type { Refusal } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { readMeta } from '#db/meta.ts';
import { openDatabase } from '#db/open-database.ts';
import { countRecords } from '#db/sealed-table.ts';
import { judgeWitness, readWitness, type Witness, writeWitness } from '#db/witness.ts';
import { setHost } from '#jobs/host.ts';

/** The one database of the app; the laboratory has its own. */
export const databaseName = 'rapport';

/** How the start went. */
export type Opened =
  | { readonly kind: 'ready'; readonly db: Database }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'missing';
      readonly db: Database;
      readonly verdict: 'emptied' | 'older';
      readonly witness: Witness;
    };

/** Writes down, outside the database, what is in it now. Called after transactions are complete. */
export const keepWitness = async (db: Database): Promise<void> => {
  const { installId, seq } = await readMeta(db);
  const before = readWitness(db.name);
  const rows = await countRecords(db, 'customers');
  const kept = before?.lastBackup === undefined ? {} : { lastBackup: before.lastBackup };
  writeWitness(db.name, { installId, seq, rows, ...kept });
};

/** Opens the database, tells the workers of it, and compares it with the witness. */
export const openRapport = async (): Promise<Opened> => {
  const opened = await openDatabase(databaseName);
  if (!opened.ok) return { kind: 'refused', refusal: opened.refusal };
  const db = opened.value;
  setHost({ database: db.name, base: new URL('.', document.baseURI).href, keys: db.keys });
  const witness = readWitness(db.name);
  const verdict = judgeWitness(witness, await readMeta(db));
  if (witness !== undefined && (verdict === 'emptied' || verdict === 'older'))
    return { kind: 'missing', db, verdict, witness };
  return { kind: 'ready', db };
};
