import type { LabSession } from './lab-session.ts';
import type { Options, OptionTable } from './parse-options.ts';

/** What every report shares; a command adds its own. */
export type Report = Readonly<Record<string, unknown>> & {
  readonly backend?: { readonly name: string; readonly why: string };
  readonly ms: Readonly<Record<string, number>>;
  readonly warnings: readonly unknown[];
};

/** One command: its options, and what it does with an open session. */
export type LabCommand = {
  readonly options: OptionTable;
  /** Looks at the options before a browser is started; throws a usage failure. */
  readonly check?: (options: Options) => void;
  readonly run: (
    session: LabSession,
    options: Options,
    log: (line: string) => void,
  ) => Promise<Report>;
};
