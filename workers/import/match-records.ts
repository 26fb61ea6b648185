import { emailText } from '#core/customers/match-texts.ts';
import { findByExternalIds, findByMatchTexts, findRecords } from '#db/sealed-table.ts';
import type { MadeRecord } from './make-record.ts';
import type { Made, RecordState } from './record-state.ts';

export const keysOf = ({ way, kind }: RecordState, record: MadeRecord): string[] => {
  const keys = record.externalId === undefined ? [] : [`id|${record.externalId}`];
  if (way.input.matchBy === 'all' && kind === 'contacts' && 'emails' in record)
    keys.push(...record.emails.map(emailText));
  return keys;
};

/** Records of the database these rows mean, by key. */
export const findKnown = async (
  state: RecordState,
  made: readonly Made[],
): Promise<Map<string, MadeRecord>> => {
  const { way, kind, met, drawn } = state;
  const ids = new Set<string>();
  for (const { record } of made)
    for (const key of keysOf(state, record)) {
      const id = met.get(key);
      if (id !== undefined) ids.add(id);
    }
  if (kind !== 'tasks') {
    const asked = made.flatMap(({ record }) => record.externalId ?? []);
    for (const { id } of (await findByExternalIds(way.db, kind, asked)).values()) ids.add(id);
  }
  if (kind === 'contacts' && way.input.matchBy === 'all') {
    const texts = made.flatMap(({ record }) =>
      keysOf(state, record).filter((key) => key.startsWith('email|')),
    );
    for (const list of (await findByMatchTexts(way.db, 'contacts', texts)).values())
      for (const id of list) ids.add(id);
  }
  const found = (await findRecords(way.db, kind, [...ids])) as MadeRecord[];
  for (const id of ids) {
    const own = drawn.get(id);
    if (own !== undefined) found.push(own);
  }
  const byKey = new Map<string, MadeRecord>();
  for (const record of found)
    if (record.deletedAt === undefined)
      for (const key of keysOf(state, record)) byKey.set(key, record);
  return byKey;
};

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

/** What was there, with what the file says anew. What the file leaves blank stays. */
export const mergeRecord = (known: MadeRecord, fresh: MadeRecord): MadeRecord => {
  const filled = (record: object) =>
    Object.fromEntries(Object.entries(record).filter(([, value]) => !isBlank(value)));
  const { id, createdAt, rev, importId, custom, ...told } = fresh;
  return {
    ...known,
    ...filled(told),
    custom: { ...known.custom, ...filled(custom) },
  } as MadeRecord;
};
