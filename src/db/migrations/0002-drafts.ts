/**
 * Version 2. `drafts`: what is being written, sealed, kept until it is saved or thrown away. `doneAt` of
 * a task is an instant: what was done on a day is found without opening every finished task.
 */
export const drafts = {
  version: 2,
  stores: {
    drafts: 'id',
    tasks: 'id, customerId, dueAt, importId, deletedAt, status, [status+dueAt], doneAt',
  },
} as const;
