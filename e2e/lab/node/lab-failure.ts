/** 1 a bug, 2 usage, 3 input refused, 4 timeout, 5 backend unavailable. */
export type FailureExit = 1 | 2 | 3 | 4 | 5;

/** Why a command ended without its report, and the exit code that says so. */
export type LabFailure = Error & { readonly exit: FailureExit; readonly code: string };

/** An error that the laboratory turns into `{ code, message }` and an exit code. */
export const labFailure = (exit: FailureExit, code: string, message: string): LabFailure =>
  Object.assign(new Error(message), { exit, code });

/** Whether something thrown was meant for the person, not a bug of ours. */
export const isLabFailure = (error: unknown): error is LabFailure =>
  error instanceof Error && 'exit' in error && 'code' in error;

/** The exit code a refusal of a worker or the database stands for. */
export const exitOfRefusal = (code: string): FailureExit => {
  if (['bug', 'worker-died', 'worker-silent'].includes(code)) return 1;
  if (code === 'backend-unavailable') return 5;
  return 3;
};
