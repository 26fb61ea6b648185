import { initial } from './0001-initial.ts';
import { drafts } from './0002-drafts.ts';
import { modelBodies } from './0003-model-bodies.ts';

/** One step of the schema. Upgrades touch clear keys only: they cannot await WebCrypto. */
export type Migration = {
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
};

/** Every migration in order. A shipped file is never edited; a new one is added below. */
export const migrations: readonly Migration[] = [initial, drafts, modelBodies];

/** The version this code writes; a database with a higher one is refused. */
export const headVersion = Math.max(...migrations.map((migration) => migration.version));
