import type { Refusal, RefusalCode } from '#core/result.ts';

/** Every error says what happened, what is safe, and what to do. */
export type Advice = { readonly what: string; readonly safe: string; readonly next: string };

export type Facts = NonNullable<Refusal['facts']>;

/** Words for every refusal there is: a new code without them does not compile. */
export type RefusalWords = Readonly<Record<RefusalCode, (facts: Facts) => Advice>>;
