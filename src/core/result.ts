/** An expected refusal: a code the page can word in any language, and the facts the words need. */
export type Refusal = {
  readonly code: RefusalCode;
  readonly facts?: Readonly<Record<string, string | number>>;
};

/** What a call gives back: a value, or a refusal as data. Bugs throw; refusals never do. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Every expected refusal in Rapport, in one union: i18n must word each one, so a new code without
 * words in English and Chinese does not compile.
 */
export type RefusalCode =
  // the worker call
  | 'cancelled'
  | 'worker-died'
  | 'worker-silent'
  | 'busy-elsewhere'
  | 'bug'
  // the database
  | 'storage-full'
  | 'storage-unavailable'
  | 'database-newer'
  | 'database-blocked'
  | 'vault-locked'
  | 'vault-damaged'
  | 'edit-conflict'
  | 'not-found'
  | 'nothing-to-undo'
  // the tablet
  | 'position-denied'
  | 'position-unknown'
  // files
  | 'file-empty'
  | 'file-binary'
  | 'file-too-large'
  | 'file-unreadable'
  | 'file-one-column'
  | 'file-no-rows'
  | 'file-conflict-markers'
  | 'file-other-kind'
  | 'file-encrypted'
  | 'workbook-too-large'
  | 'workbook-damaged'
  | 'file-needs-answer'
  | 'file-kind-unknown'
  | 'column-missing'
  | 'import-not-found'
  // exports
  | 'export-not-ours'
  | 'export-newer'
  | 'export-damaged'
  | 'restore-not-empty'
  | 'nothing-to-export'
  | 'list-too-long'
  // attachments
  | 'attachment-too-large'
  | 'picture-unreadable'
  // learning
  | 'no-data'
  | 'target-missing'
  | 'target-one-class'
  | 'target-not-binary'
  | 'too-few-rows'
  | 'too-few-positives'
  | 'no-usable-columns'
  | 'backend-unavailable'
  | 'training-diverged'
  | 'model-missing'
  | 'not-scored'
  // segments
  | 'too-few-customers'
  | 'no-numeric-columns'
  | 'columns-constant'
  | 'no-orders'
  // assistant
  | 'pattern-invalid'
  | 'message-empty';

/** Wraps a value as a success. */
export const accept = <T>(value: T): Result<T> => ({ ok: true, value });

/** Wraps a code (and its facts) as a refusal. */
export const refuse = (
  code: RefusalCode,
  facts?: Readonly<Record<string, string | number>>,
): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: facts === undefined ? { code } : { code, facts },
});
