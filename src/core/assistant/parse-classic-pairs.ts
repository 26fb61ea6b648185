import * as v from 'valibot';
import { accept, type Result, refuse } from '#core/result.ts';

/** A pair as everybody writes it: `["my name is (.*)", ["Hello %1"]]`. */
export type ClassicPair = readonly [pattern: string, answers: readonly string[]];

const maximumPairs = 2000;

const classicSchema = v.pipe(
  v.array(
    v.tuple([
      v.pipe(v.string(), v.nonEmpty(), v.maxLength(500)),
      v.pipe(v.array(v.pipe(v.string(), v.nonEmpty(), v.maxLength(4000))), v.minLength(1)),
    ]),
  ),
  v.minLength(1),
  v.maxLength(maximumPairs),
);

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Reads dialogue pairs in the classic form `[[pattern, [answer, …]], …]`, as JSON text.
 * Refuses: pattern-invalid, with the 1-based pair the trouble is in (0: the text is no such list).
 */
export const parseClassicPairs = (text: string): Result<readonly ClassicPair[]> => {
  const parsed = v.safeParse(classicSchema, readJson(text));
  if (parsed.success) return accept(parsed.output);
  const at = parsed.issues[0].path?.[0]?.key;
  return refuse('pattern-invalid', { pair: typeof at === 'number' ? at + 1 : 0 });
};
