import { segmentName } from '#core/assistant/answer-about-segments.ts';
import type { Language } from '#core/assistant/conversation.ts';
import { wordsOf } from '#core/assistant/words-of.ts';
import type { Database } from '#db/database.ts';
import { readMeta } from '#db/meta.ts';
import { findRecord, listRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { useWatch } from '#ui/live/use-watch.ts';

/** Whom to ask about: the customer on the screen, else the one of the newest order. */
const readOrderer = async (
  db: Database,
  shownId: string | undefined,
): Promise<string | undefined> => {
  if (shownId !== undefined) return (await findRecord(db, 'customers', shownId))?.name;
  const [order] = await listRecords(db, 'orders', { index: 'date', reverse: true, limit: 1 });
  const customer = order && (await findRecord(db, 'customers', order.customerId));
  return customer?.walkIn ? undefined : customer?.name;
};

const readSegment = async (db: Database, language: Language): Promise<string | undefined> => {
  const { activeSegmentRun } = await readMeta(db);
  if (activeSegmentRun === undefined) return undefined;
  const run = await findRecord(db, 'segmentRuns', activeSegmentRun);
  const [first] = run?.segments ?? [];
  return first === undefined ? undefined : segmentName(first, language);
};

/** Questions that can be answered here, worded as the assistant understands them. */
export const useSuggestions = (
  db: Database,
  language: Language,
  shownId: string | undefined,
): readonly string[] => {
  const orderer = useWatch(() => watch(() => readOrderer(db, shownId)), [db, shownId]);
  const segment = useWatch(() => watch(() => readSegment(db, language)), [db, language]);
  const { ask } = wordsOf(language);
  return [
    ask.likelyBuyers,
    ...(segment === undefined ? [ask.segments] : [ask.segmentSize(segment)]),
    ...(orderer === undefined ? [] : [ask.lastOrder(orderer)]),
  ];
};
