import type { AssistantContract } from '#contracts/assistant.ts';
import assistantUrl from '#workers/assistant/assistant.worker.ts?worker&url';
import { workerConnection } from './host.ts';

const connection = workerConnection<AssistantContract>(assistantUrl, 'assistant');

/** Asks the assistant. Aborting stops waiting for the answer. */
export const askAssistant = (input: AssistantContract['ask']['input'], signal?: AbortSignal) =>
  connection.call('ask', input, { signal });
