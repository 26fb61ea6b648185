import type { Result } from '#core/result.ts';

/** How a part of a training is written as JSON, and read again to the last bit. */
export type Form<T> = {
  readonly pack: (part: T) => unknown;
  readonly unpack: (kept: unknown) => T;
};

/**
 * Does a part of a training, or takes what was kept of it when the training was cut off. A part depends
 * on its seed and the question alone, so both are the same.
 */
export type KeepPart = <T>(
  name: string,
  form: Form<T>,
  work: () => Promise<Result<T>>,
) => Promise<Result<T>>;

/** For work that begins anew each time. */
export const keepNothing: KeepPart = (_name, _form, work) => work();
