import type { PairDraft } from '#contracts/assistant.ts';
import type { DialoguePair, Language } from '#core/assistant/conversation.ts';
import { makePairs } from '#core/assistant/make-pairs.ts';
import { parseClassicPairs } from '#core/assistant/parse-classic-pairs.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { findRecord } from '#db/sealed-table.ts';
import { isPattern } from './match-pattern.ts';
import { listPairs } from './seed-dialogue-pairs.ts';

const newId = (): string => `pair-${crypto.randomUUID()}`;

/**
 * Saves one pair. Refuses: pattern-invalid (no RE2 pattern, or no answer), not-found, edit-conflict.
 */
export const savePair = async (
  db: Database,
  draft: PairDraft,
  now: number,
): Promise<Result<DialoguePair>> => {
  const answers = draft.answers.map((answer) => answer.trim()).filter((answer) => answer !== '');
  if (!isPattern(draft.pattern) || answers.length === 0)
    return refuse('pattern-invalid', { pair: 1 });
  const known = await listPairs(db, now);
  if (!known.ok) return known;
  const before = known.value.find(({ id }) => id === draft.id);
  if (draft.id !== undefined && before === undefined) return refuse('not-found');
  const record: DialoguePair = {
    id: before?.id ?? newId(),
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
    rev: before === undefined ? 0 : (draft.rev ?? before.rev),
    language: draft.language,
    pattern: draft.pattern.trim(),
    answers,
    order: draft.order ?? before?.order ?? (known.value[0]?.order ?? 1) - 1,
    enabled: draft.enabled,
  };
  const saved = await commit(db, {
    label: 'pair-saved',
    now,
    writes: [{ table: 'dialoguePairs', record }],
  });
  return saved.ok ? accept({ ...record, rev: record.rev + 1 }) : saved;
};

/** Puts a pair into the trash; undo brings it back. Refuses: not-found, edit-conflict. */
export const removePair = async (db: Database, id: string, now: number): Promise<Result<null>> => {
  const record = await findRecord(db, 'dialoguePairs', id);
  if (record === undefined || record.deletedAt !== undefined) return refuse('not-found');
  const removed = await commit(db, {
    label: 'pair-deleted',
    now,
    writes: [{ table: 'dialoguePairs', record: { ...record, deletedAt: now } }],
  });
  return removed.ok ? accept(null) : removed;
};

/**
 * Adds pairs in the classic form (JSON text), before the ones that are there, in their own order.
 * All or none. Refuses: pattern-invalid with the 1-based pair.
 */
export const importPairs = async (
  db: Database,
  text: string,
  language: Language,
  now: number,
): Promise<Result<{ readonly added: number }>> => {
  const parsed = parseClassicPairs(text);
  if (!parsed.ok) return parsed;
  const wrong = parsed.value.findIndex(([pattern]) => !isPattern(pattern));
  if (wrong >= 0) return refuse('pattern-invalid', { pair: wrong + 1 });
  const known = await listPairs(db, now);
  if (!known.ok) return known;
  const firstOrder = (known.value[0]?.order ?? 1) - parsed.value.length;
  const records = makePairs(parsed.value, language, now, firstOrder, newId);
  const saved = await commit(db, {
    label: 'pair-saved',
    now,
    writes: records.map((record) => ({ table: 'dialoguePairs', record }) as const),
  });
  return saved.ok ? accept({ added: records.length }) : saved;
};
