import type { Subject } from '#core/assistant/own-question.ts';

/** Pieces of patterns: what the things of this trade are called. */
export const people =
  '(?:customers?|clients?|people|persons?|accounts?|members?|companies|buyers|shoppers)';
export const buy = '(?:buy|order|purchase|convert|subscribe|respond|say yes|sign|reorder)';
export const ordered = `(?:${buy}|bought|ordered|purchased|shop|shopped|placed? (?:an|its|their|his|her|the) order)`;
export const last = '(?:last|latest|most recent|previous)';
export const order = '(?:orders?|purchases?|buys?|sales?|invoices?|transactions?)';
export const group = '(?:segments?|clusters?|groups?)';

/** Patterns from the start of a sentence. */
export const framesOf = (frames: readonly string[]): readonly RegExp[] =>
  frames.map((frame) => new RegExp(`^${frame}`, 'u'));

/** What the first matching frame holds in its first group. */
export const firstGroup = (frames: readonly RegExp[], text: string): string | undefined => {
  for (const frame of frames) {
    const found = frame.exec(text)?.[1]?.trim();
    if (found !== undefined && found !== '') return found;
  }
  return undefined;
};

const pronouns =
  /^(?:(?:this|that|the|these|those)(?: (?:customer|client|company|account|one|person|shop|people))?|it|they|them|he|she|him|her|his|their|its)$/u;

/** A name or "this customer", from what a frame cut out. */
export const subjectOf = (written: string): Subject => {
  const name = written
    .replace(/"/gu, '')
    .replace(/'s?$/u, '')
    .replace(/ (?:place|placed|make|made|put in)(?: an?| its| their| his| her| the)?$/u, '')
    .replace(/^(?:the customer|the client|the company|customer named|company|client) (?!\d)/u, '')
    .trim();
  return pronouns.test(name) ? { kind: 'this' } : { kind: 'named', name };
};
