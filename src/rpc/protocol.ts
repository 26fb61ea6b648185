import type { Refusal } from '#core/result.ts';

/** A contract: for each method what goes in, what comes out, and what is told on the way. */
export type Contract = Record<string, { input: unknown; output: unknown; progress: unknown }>;

/** What a worker needs to know before its first call. Keys are CryptoKeys and can be posted. */
export type Host = {
  /** Name of the database to work on. */
  readonly database: string;
  /** Absolute URL of the app's folder, with its final slash. */
  readonly base: string;
  /** The unlocked keys of the vault; absent in the laboratory's plain start, then the device slot is opened. */
  readonly keys?: VaultKeys;
};

/** The keys of an unlocked vault: non-extractable, made by `sealing`. */
export type VaultKeys = {
  readonly kid: string;
  readonly seal: CryptoKey;
  readonly match: CryptoKey;
};

export type ToWorker =
  | { readonly kind: 'host'; readonly host: Host }
  | { readonly kind: 'call'; readonly id: number; readonly method: string; readonly input: unknown }
  | { readonly kind: 'cancel' | 'pause' | 'resume'; readonly id: number };

export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'acknowledged'; readonly id: number }
  | { readonly kind: 'beat'; readonly id: number }
  /** A paused call has come to rest, or goes on. */
  | { readonly kind: 'rest'; readonly id: number; readonly isResting: boolean }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: unknown }
  | { readonly kind: 'done'; readonly id: number; readonly output: unknown }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly refusal: Refusal;
      readonly stack?: string;
    };
