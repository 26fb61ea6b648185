import type { DialoguePair, Language } from './conversation.ts';
import type { ClassicPair } from './parse-classic-pairs.ts';

/** Pairs as records. `idOf` gives the id for a place; orders start at `firstOrder`. */
export const makePairs = (
  pairs: readonly ClassicPair[],
  language: Language,
  now: number,
  firstOrder: number,
  idOf: (at: number) => string,
): DialoguePair[] =>
  pairs.map(([pattern, answers], at) => ({
    id: idOf(at),
    createdAt: now,
    updatedAt: now,
    rev: 0,
    language,
    pattern,
    answers: [...answers],
    order: firstOrder + at,
    enabled: true,
  }));
