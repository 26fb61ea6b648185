import type { Meta } from './meta.ts';

/**
 * What the page remembers outside the database. Chromium can silently empty a damaged IndexedDB
 * (open() succeeds, no rows): only something outside can notice.
 */
export type Witness = {
  readonly installId: string;
  readonly seq: number;
  /** Customers at the time. */
  readonly rows: number;
  /** Instant of the last backup, ms UTC. */
  readonly lastBackup?: number;
};

const key = (database: string) => `${database}.witness`;

/** The witness of a database, or undefined when there never was one or it is unreadable. */
export const readWitness = (database: string): Witness | undefined => {
  try {
    const text = localStorage.getItem(key(database));
    return text === null ? undefined : (JSON.parse(text) as Witness);
  } catch {
    return undefined;
  }
};

/** Written after a transaction is complete. A cookie holds only `1`: it travels to the host. */
export const writeWitness = (database: string, witness: Witness): void => {
  localStorage.setItem(key(database), JSON.stringify(witness));
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is absent in Safari
  document.cookie = 'rapport=1; max-age=31536000; samesite=strict';
};

/** Forgets it: only when the person erases everything. */
export const removeWitness = (database: string): void => {
  localStorage.removeItem(key(database));
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is absent in Safari
  document.cookie = 'rapport=; max-age=0; samesite=strict';
};

export type WitnessVerdict = 'sound' | 'first-start' | 'emptied' | 'older';

/** Compares what was seen with what is there. A database newer than the witness is normal. */
export const judgeWitness = (
  witness: Witness | undefined,
  meta: Pick<Meta, 'installId' | 'seq'>,
): WitnessVerdict => {
  if (witness === undefined) return meta.seq === 0 ? 'first-start' : 'sound';
  if (witness.installId !== meta.installId) return witness.rows > 0 ? 'emptied' : 'first-start';
  return meta.seq < witness.seq ? 'older' : 'sound';
};
