import type { LearnContract } from '#contracts/learn.ts';
import { accept } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { openDatabase } from '#db/open-database.ts';
import { listRecords } from '#db/sealed-table.ts';
import learnUrl from '#workers/learn/learn.worker.ts?worker&url';
import { importOrders } from './import-orders.ts';
import type { LabPage } from './lab-contract.ts';
import { openWorker } from './open-worker.ts';
import { csvCell, postLines } from './post-lines.ts';
import { readSourceIds } from './source-ids.ts';
import { tellLab } from './tell-lab.ts';

const database = 'lab-repurchase';

type Forecast = Pick<LearnContract['repurchase']['output'], 'probabilities' | 'expected'>;

/** `customer,probability,expected` in the order the customers came, with the ids as the source writes them. */
const scoreLines = async (
  db: Database,
  { probabilities, expected }: Forecast,
  written: ReadonlyMap<string, string>,
) => {
  const customers = await listRecords(db, 'customers', { index: 'ord' });
  const lines = customers.flatMap(({ externalId = '', ord = -1 }) => {
    const probability = probabilities[ord] ?? Number.NaN;
    return Number.isNaN(probability)
      ? []
      : [`${csvCell(written.get(externalId) ?? externalId)},${probability},${expected[ord]}`];
  });
  return ['customer,probability,expected', ...lines];
};

/** Imports orders into a database of its own, learns from the days before, and scores who was known. */
export const repurchase: LabPage['repurchase'] = async (input) => {
  const startedAt = performance.now();
  const { file, settings, now, orders, asOf, horizonDays, seed, scoresUrl } = input;
  const imported = await importOrders({ database, file, settings, now }, orders);
  if (!imported.ok) return imported;
  const importMs = performance.now() - startedAt;
  const worker = openWorker<LearnContract>(learnUrl, 'learn', database);
  const forecast = await worker.call(
    'repurchase',
    { asOf, horizonDays, seed },
    { onProgress: ({ phase, fraction }) => tellLab(`${phase} ${Math.round(fraction * 100)} %`) },
  );
  worker.close();
  if (!forecast.ok) return forecast;
  if (scoresUrl !== null) {
    const db = await openDatabase(database);
    if (!db.ok) return db;
    const written = await readSourceIds(file, settings, orders.customer);
    if (!written.ok) return written;
    await postLines(scoresUrl, await scoreLines(db.value, forecast.value, written.value));
  }
  const { probabilities: _probabilities, expected: _expected, ...receipt } = forecast.value;
  return accept({ ...receipt, orders: imported.value.receipt, importMs });
};
