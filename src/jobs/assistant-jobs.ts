import type { AssistantContract } from '#contracts/assistant.ts';
import assistantUrl from '#workers/assistant/assistant.worker.ts?worker&url';
import { workerConnection } from './host.ts';

const connection = workerConnection<AssistantContract>(assistantUrl, 'assistant');

/** Asks the assistant. Aborting stops waiting for the answer. */
export const askAssistant = (input: AssistantContract['ask']['input'], signal?: AbortSignal) =>
  connection.call('ask', input, { signal });

/** All dialogue pairs, in the order they are tried; the seeds are written at first use. */
export const listPairs = (input: AssistantContract['pairs']['input']) =>
  connection.call('pairs', input);

/** Saves one dialogue pair. Refuses pattern-invalid. */
export const savePair = (input: AssistantContract['savePair']['input']) =>
  connection.call('savePair', input);

/** Removes one dialogue pair; undo brings it back. */
export const removePair = (input: AssistantContract['removePair']['input']) =>
  connection.call('removePair', input);

/** Adds pairs written in the classic `[pattern, [answers]]` form. Refuses pattern-invalid. */
export const importPairs = (input: AssistantContract['importPairs']['input']) =>
  connection.call('importPairs', input);
