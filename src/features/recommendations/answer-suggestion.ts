import type { Task } from '#core/customers/task.ts';
import type { DismissReason, Recommendation } from '#core/recommendations/recommendation.ts';
import { commit, type Write } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { instantOf, localDay } from '#i18n/local-day.ts';
import type { ListKind } from './read-lists.ts';

/** A customer as suggested: by which model, on which list, for which reason in words. */
export type Suggestion = {
  readonly customerId: string;
  readonly modelId: string;
  readonly list: ListKind;
  readonly probability: number;
  readonly reason: string;
};

/** Whoever may stop is visited, whoever may buy is called. */
export const stepOf = (list: ListKind): 'visit' | 'call' => (list === 'at-risk' ? 'visit' : 'call');

const recordOf = (
  suggestion: Suggestion,
  part: Pick<Recommendation, 'status'> & Partial<Recommendation>,
  now: number,
): Recommendation => ({
  id: crypto.randomUUID(),
  createdAt: now,
  updatedAt: now,
  rev: 0,
  ...suggestion,
  kind: stepOf(suggestion.list),
  ...part,
});

const write = (db: Database, writes: readonly Write[], now: number) =>
  commit(db, { label: 'recommendation-answered', now, writes });

/** Makes the task of it, due today, and remembers that it was taken up: one step of undo. */
export const acceptSuggestion = (
  db: Database,
  suggestion: Suggestion,
  title: string,
  now: number,
) => {
  const task: Task = {
    id: crypto.randomUUID(),
    createdAt: now,
    updatedAt: now,
    rev: 0,
    customerId: suggestion.customerId,
    title,
    type: stepOf(suggestion.list),
    // Midnight stands for the whole day.
    dueAt: instantOf(localDay(now)),
    status: 'open',
    custom: {},
  };
  const record = recordOf(suggestion, { status: 'accepted', taskId: task.id }, now);
  return write(
    db,
    [
      { table: 'tasks', record: task },
      { table: 'recommendations', record },
    ],
    now,
  );
};

/** Takes the customer off this model's list and remembers why. */
export const dismissSuggestion = (
  db: Database,
  suggestion: Suggestion,
  { why, note }: { readonly why: DismissReason; readonly note: string },
  now: number,
) => {
  const feedback = note.trim();
  const said = { status: 'dismissed' as const, why, ...(feedback !== '' && { feedback }) };
  const record = recordOf(suggestion, said, now);
  return write(db, [{ table: 'recommendations', record }], now);
};
