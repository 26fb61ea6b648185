import * as v from 'valibot';
import { positionSchema } from '#core/position.ts';
import { instantSchema } from '#core/record.ts';
import {
  type Activity,
  type ActivityOutcome,
  activityOutcomes,
  activityTypes,
} from './activity.ts';
import type { Customer, Lifecycle } from './customer.ts';
import { type Task, taskTypes } from './task.ts';

/** What is being logged, as the form holds it and as a killed tab leaves it behind. */
export const logDraftSchema = v.object({
  /** The id the activity will have: a draft whose activity is there was saved already. */
  activityId: v.string(),
  customerId: v.string(),
  type: v.picklist(activityTypes),
  outcome: v.optional(v.picklist(activityOutcomes)),
  text: v.string(),
  /** Absent: the moment it is saved. */
  startAt: v.optional(instantSchema),
  contactId: v.optional(v.string()),
  checkIn: v.optional(v.object({ ...positionSchema.entries, at: instantSchema })),
  /** The task this does, when it is to be ticked off. */
  taskId: v.optional(v.string()),
  next: v.object({
    type: v.picklist(taskTypes),
    title: v.string(),
    dueAt: v.optional(instantSchema),
  }),
});
export type LogDraft = v.InferOutput<typeof logDraftSchema>;

/** A form nobody has touched. */
export const emptyLogDraft = (activityId: string, customerId: string): LogDraft => ({
  activityId,
  customerId,
  type: 'visit',
  text: '',
  next: { type: 'other', title: '' },
});

/** Whether there is anything in it that somebody would miss. */
export const isWorthKeeping = ({ text, outcome, next, checkIn }: LogDraft): boolean =>
  text.trim() !== '' || outcome !== undefined || next.title.trim() !== '' || checkIn !== undefined;

const after: Partial<Record<ActivityOutcome, Partial<Record<Lifecycle, Lifecycle>>>> = {
  order: { lead: 'active', prospect: 'active', lapsed: 'active', lost: 'active' },
  interested: { lead: 'prospect' },
  lost: { lead: 'lost', prospect: 'lost', active: 'lost', lapsed: 'lost' },
};

/** What a customer becomes by an outcome: who orders is active, who shows interest is no mere lead. */
export const lifecycleAfter = (
  lifecycle: Lifecycle,
  outcome: ActivityOutcome | undefined,
): Lifecycle => (outcome === undefined ? lifecycle : (after[outcome]?.[lifecycle] ?? lifecycle));

/** The activity a draft becomes. A note needs no outcome; without one it is `none`. */
export const activityOf = (draft: LogDraft, now: number): Activity => {
  const nextStep = draft.next.title.trim();
  return {
    id: draft.activityId,
    createdAt: now,
    updatedAt: now,
    rev: 0,
    customerId: draft.customerId,
    ...(draft.contactId === undefined ? {} : { contactId: draft.contactId }),
    type: draft.type,
    startAt: draft.startAt ?? now,
    outcome: draft.outcome ?? 'none',
    text: draft.text.trim(),
    ...(draft.checkIn === undefined ? {} : { checkIn: draft.checkIn }),
    ...(nextStep === '' ? {} : { nextStep }),
    custom: {},
  };
};

/** The task of the next step; undefined without one. `title`: what stands for an empty one. */
export const nextTaskOf = (draft: LogDraft, id: string, now: number): Task | undefined => {
  const title = draft.next.title.trim();
  if (title === '') return undefined;
  const { dueAt } = draft.next;
  return {
    id,
    createdAt: now,
    updatedAt: now,
    rev: 0,
    customerId: draft.customerId,
    title,
    type: draft.next.type,
    ...(dueAt === undefined ? {} : { dueAt }),
    status: 'open',
    custom: {},
  };
};

/** The customer as the outcome leaves it; undefined when nothing changes. */
export const customerAfter = (customer: Customer, draft: LogDraft): Customer | undefined => {
  const lifecycle = lifecycleAfter(customer.lifecycle, draft.outcome);
  return lifecycle === customer.lifecycle ? undefined : { ...customer, lifecycle };
};

/** What was kept of a form, if it still is what this version writes. */
export const readLogDraft = (value: unknown): LogDraft | undefined => {
  const read = v.safeParse(logDraftSchema, value);
  return read.success ? read.output : undefined;
};
