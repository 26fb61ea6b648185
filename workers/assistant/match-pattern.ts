import { RE2JS } from 're2js';
import type { MatchPattern } from '#core/assistant/answer-from-pairs.ts';
import { tidyText } from '#core/assistant/fold-text.ts';

const flags = RE2JS.CASE_INSENSITIVE | RE2JS.DOTALL;

/** Longest message a pattern is tried on, characters. */
export const longestMessage = 2000;

const compiled = new Map<string, RE2JS | null>();

const compile = (pattern: string): RE2JS | null => {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  let fresh: RE2JS | null = null;
  try {
    fresh = RE2JS.compile(pattern, flags);
  } catch {
    // What RE2 does not know (back-references, look-behind) or what is no pattern: it never matches.
  }
  compiled.set(pattern, fresh);
  return fresh;
};

/**
 * Matches in linear time: a pattern of 27 characters can hold the platform's own RegExp for 15 s,
 * and these are written by anybody.
 */
export const matchPattern: MatchPattern = (pattern, text) => {
  const matcher = compile(pattern)?.matcher(text);
  if (matcher === undefined || text.length > longestMessage || !matcher.matches()) return undefined;
  return Array.from(
    { length: matcher.groupCount() },
    (_, at) => matcher.group(at + 1) ?? undefined,
  );
};

/** Whether a pattern can be used at all. */
export const isPattern = (pattern: string): boolean =>
  pattern.trim() !== '' && compile(tidyText(pattern)) !== null;
