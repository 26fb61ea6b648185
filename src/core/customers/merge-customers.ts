import type { CustomValue } from '#core/record.ts';
import { isSameValue } from '#core/same-value.ts';
import type { Customer } from './customer.ts';

/** Fields of which a merged customer has one value, in the order a person compares them. */
export const mergeFields = [
  'name',
  'altName',
  'kind',
  'lifecycle',
  'class',
  'visitIntervalDays',
  'industry',
  'address',
  'position',
  'parentId',
  'externalId',
] as const satisfies readonly (keyof Customer)[];
export type MergeField = (typeof mergeFields)[number];

/** A field one chooses a side of: one of the above, or `custom:<key>`. */
export type ChoiceKey = MergeField | `custom:${string}`;
export type Side = 'winner' | 'loser';
export type MergeChoices = Readonly<Partial<Record<ChoiceKey, Side>>>;

const isNothing = (value: unknown) => value === undefined || value === null || value === '';

/** The side a field is taken from when nobody chose: the winner's, unless it says nothing. */
export const defaultSide = (winner: unknown, loser: unknown): Side =>
  isNothing(winner) && !isNothing(loser) ? 'loser' : 'winner';

const pick = (choices: MergeChoices, key: ChoiceKey, winner: unknown, loser: unknown): unknown =>
  (choices[key] ?? defaultSide(winner, loser)) === 'winner' ? winner : loser;

/** Fields in which the two differ and both say something, or a choice would lose something. */
export const differingFields = (winner: Customer, loser: Customer): ChoiceKey[] => {
  const fixed: ChoiceKey[] = mergeFields.filter(
    (field) =>
      !isNothing(winner[field]) &&
      !isNothing(loser[field]) &&
      !isSameValue(winner[field], loser[field]),
  );
  const own = Object.keys(winner.custom).filter((key) => {
    const a = winner.custom[key];
    const b = loser.custom[key];
    return !isNothing(a) && !isNothing(b) && a !== b;
  });
  return [...fixed, ...own.map((key) => `custom:${key}` as const)];
};

/** Both lists as one; what says the same in other letters stands once, as the first wrote it. */
const join = (first: readonly string[], second: readonly string[]): string[] => {
  const known = new Set(first.map((text) => text.trim().toLowerCase()));
  return [...first, ...second.filter((text) => !known.has(text.trim().toLowerCase()))];
};

const mergeCustom = (winner: Customer, loser: Customer, choices: MergeChoices) => {
  const custom: Record<string, CustomValue> = Object.create(null);
  for (const key of new Set([...Object.keys(winner.custom), ...Object.keys(loser.custom)])) {
    const value = pick(choices, `custom:${key}`, winner.custom[key], loser.custom[key]);
    if (value !== undefined) custom[key] = value as CustomValue;
  }
  return { ...custom };
};

/** What was refused by one stays refused: nobody is contacted or profiled because of a merge. */
const consents = (winner: Customer, loser: Customer): Partial<Customer> => {
  const isDenied = winner.profiling === 'denied' || loser.profiling === 'denied';
  const profiling = isDenied ? 'denied' : (winner.profiling ?? loser.profiling);
  const doNotContact = winner.doNotContact || loser.doNotContact;
  return { doNotContact, ...(profiling === undefined ? {} : { profiling }) };
};

/**
 * One customer made of two: the winner with the chosen values, both lists of phones, e-mails and tags,
 * and all custom fields. It keeps the winner's id, revision, place and import.
 */
export const mergeCustomers = (
  winner: Customer,
  loser: Customer,
  choices: MergeChoices = {},
): Customer => {
  const merged: Record<string, unknown> = { ...winner };
  for (const field of mergeFields) {
    const value = pick(choices, field, winner[field], loser[field]);
    if (value === undefined) delete merged[field];
    else merged[field] = value;
  }
  // Nobody is part of itself.
  if (merged.parentId === winner.id || merged.parentId === loser.id) delete merged.parentId;
  return {
    ...(merged as Customer),
    ...consents(winner, loser),
    createdAt: Math.min(winner.createdAt, loser.createdAt),
    phones: join(winner.phones, loser.phones),
    emails: join(winner.emails, loser.emails),
    tags: join(winner.tags, loser.tags),
    custom: mergeCustom(winner, loser, choices),
  };
};

const lists = ['phones', 'emails', 'tags'] as const;

/** The list without what the merge added, if it is still there; in the order it stands now. */
const withoutAdded = (
  now: readonly string[],
  before: readonly string[],
  merged: readonly string[],
) => now.filter((text) => before.includes(text) || !merged.includes(text));

const takeBack = (now: unknown, before: unknown, merged: unknown): unknown =>
  isSameValue(now, merged) ? before : now;

/**
 * The winner without what the merge gave it. What was edited since stays: only a value that is still
 * the merged one goes back.
 */
export const unmergeCustomer = (now: Customer, before: Customer, merged: Customer): Customer => {
  const back: Record<string, unknown> = { ...now };
  for (const field of [...mergeFields, 'profiling', 'doNotContact', 'createdAt'] as const) {
    const value = takeBack(now[field], before[field], merged[field]);
    if (value === undefined) delete back[field];
    else back[field] = value;
  }
  for (const list of lists) back[list] = withoutAdded(now[list], before[list], merged[list]);
  const custom: Record<string, CustomValue> = Object.create(null);
  for (const key of new Set([now, before].flatMap((of) => Object.keys(of.custom)))) {
    const value = takeBack(now.custom[key], before.custom[key], merged.custom[key]);
    if (value !== undefined) custom[key] = value as CustomValue;
  }
  return { ...(back as Customer), custom: { ...custom } };
};
