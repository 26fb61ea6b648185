/**
 * What our spreadsheet libraries take from fflate. Their asynchronous calls would start workers of
 * their own from a string of code, which the content security policy refuses (`trusted-types`); we
 * are in a worker already, so the work is done here. vite.config.ts puts this in fflate's place.
 */
import * as fflate from 'fflate/browser';

type Answer<T> = (error: Error | null, data: T) => void;

const answer = <T>(done: Answer<T>, work: () => T): void => {
  let data: T;
  try {
    data = work();
  } catch (error) {
    done(error as Error, undefined as T);
    return;
  }
  done(null, data);
};

/** The names our libraries ask for that need no other thread. */
export const { AsyncZipDeflate, strFromU8, strToU8, Unzip, unzipSync, Zip, ZipDeflate, zipSync } =
  fflate;

/** Packs files, as fflate's `zip`, in this thread. */
export const zip = (files: fflate.AsyncZippable, done: Answer<Uint8Array>): void =>
  answer(done, () => fflate.zipSync(files));

/** Unpacks an archive, as fflate's `unzip`, in this thread. */
export const unzip = (
  data: Uint8Array,
  options: Parameters<typeof fflate.unzipSync>[1] | Answer<fflate.Unzipped>,
  done?: Answer<fflate.Unzipped>,
): void =>
  typeof options === 'function'
    ? answer(options, () => fflate.unzipSync(data))
    : answer(done ?? (() => undefined), () => fflate.unzipSync(data, options));
