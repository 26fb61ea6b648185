import type { Refusal } from '#core/result.ts';

const namesOf = (error: unknown, depth = 0): string[] => {
  if (depth > 4 || error === null || typeof error !== 'object') return [];
  const { name, inner, cause } = error as { name?: unknown; inner?: unknown; cause?: unknown };
  const own = typeof name === 'string' ? [name] : [];
  return [...own, ...namesOf(inner, depth + 1), ...namesOf(cause, depth + 1)];
};

/**
 * What an error of the storage means. A full disk arrives as AbortError with the real name inside
 * (trust.md, fact 5). Anything unknown is a bug and is thrown on.
 */
export const refusalOf = (error: unknown): Refusal => {
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return { code: 'storage-full' };
  if (names.includes('VersionError')) return { code: 'database-newer' };
  if (names.includes('DatabaseClosedError')) return { code: 'database-blocked' };
  const unavailable = ['InvalidStateError', 'SecurityError', 'UnknownError', 'MissingAPIError'];
  if (names.some((name) => unavailable.includes(name) || name === 'OpenFailedError'))
    return { code: 'storage-unavailable', facts: { reason: names.join(' ') } };
  throw error;
};
