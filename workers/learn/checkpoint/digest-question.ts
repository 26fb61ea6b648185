import type { TrainingInput } from '#core/predictions/training-input.ts';
import type { CustomValue } from '#core/record.ts';
import type { Question } from '#workers/learn/prepare-rows.ts';
import type { Turns } from '#workers/learn/take-turns.ts';

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

const digest = async (bytes: BufferSource): Promise<string> =>
  hexOf(await crypto.subtle.digest('SHA-256', bytes));

/** Numbers as they are, anything else by its place among the words that occur. */
const digestValues = async (
  values: readonly CustomValue[],
  rows: Uint32Array,
): Promise<readonly unknown[]> => {
  const numbers = new Float64Array(rows.length);
  const codes = new Uint32Array(rows.length);
  const codeOf = new Map<CustomValue, number>();
  rows.forEach((row, at) => {
    const value = values[row] ?? null;
    if (typeof value === 'number') {
      numbers[at] = value;
      return;
    }
    const code = codeOf.get(value) ?? codeOf.size + 1;
    codeOf.set(value, code);
    codes[at] = code;
  });
  return [await digest(numbers), await digest(codes), [...codeOf.keys()]];
};

/** Told apart by what is in it, not by the order it was written in. */
const sorted = (of: object) => Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1));

/** In a build the name of the worker's file holds a digest of its code: another way of learning is another name. */
const codeVersion = new URL(import.meta.url).pathname.split('/').at(-1);

/**
 * What a training depends on, as one short text: the question, every value it learns from, how it learns,
 * and the code that does. Undefined when cancelled.
 */
export const digestQuestion = async (
  question: Question,
  { now, subject, target, drop, withinMs, ...how }: TrainingInput,
  turns: Turns,
): Promise<string | undefined> => {
  const { used, labelled, answers, owners, measured, asOfDay } = question;
  const columns: unknown[] = [];
  for (const { name, type, values } of used) {
    columns.push([name, type, ...(await digestValues(values, labelled))]);
    if (turns.due() && (await turns.take())) return undefined;
  }
  const labels = labelled.map((row) => (answers.labels[row] === 1 ? 1 : 0));
  const whole = [
    codeVersion,
    sorted(target),
    sorted(how),
    columns,
    await digest(labelled.slice()),
    await digest(labels),
    owners === undefined ? null : await digest(labelled.map((row) => owners[row] ?? 0)),
    measured === undefined
      ? null
      : [await digest(measured.learned.slice()), await digest(measured.test.slice())],
    // Only a date stands otherwise tomorrow.
    used.some(({ type }) => type === 'date') ? asOfDay : null,
  ];
  return digest(new TextEncoder().encode(JSON.stringify(whole)));
};
