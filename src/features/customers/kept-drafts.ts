import type { Customer } from '#core/customers/customer.ts';
import type { Draft } from './customer-draft.ts';

/** A form that was left: what was typed, and the customer it was begun on. */
export type KeptDraft = { readonly draft: Draft; readonly base: Customer | undefined };

// In memory and nowhere else: a half-typed customer must not lie unsealed on the device. It outlives
// going to another place of the app, not the app itself; while a form is open no update reloads it.
const kept = new Map<string, KeptDraft>();

const keyOf = (id: string | undefined) => id ?? 'new';

/** What was left unsaved of a customer, or of a new one. */
export const findDraft = (id: string | undefined): KeptDraft | undefined => kept.get(keyOf(id));

export const keepDraft = (id: string | undefined, draft: KeptDraft): void => {
  kept.set(keyOf(id), draft);
};

export const forgetDraft = (id: string | undefined): void => {
  kept.delete(keyOf(id));
};
