import { useRef, useState } from 'react';
import type { AssistantContract } from '#contracts/assistant.ts';
import type { Message } from '#core/assistant/conversation.ts';
import type { Refusal } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { listRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { askAssistant } from '#jobs/assistant-jobs.ts';
import { useWatch } from '#ui/live/use-watch.ts';
import { useWords } from '#ui/words/words-context.tsx';

/** How much of a long conversation is shown. */
const shownMessages = 60;

/** An id no conversation has: the worker then starts one. */
const none = 'none-yet';

type Page = AssistantContract['ask']['input']['page'];

/** A question that waits for its answer. `at` is the instant it will be kept under. */
export type Asking = { readonly at: number; readonly text: string };

const newestId = async (db: Database): Promise<string> => {
  const [newest] = await listRecords(db, 'conversations', {
    index: 'createdAt',
    reverse: true,
    limit: 1,
  });
  return newest === undefined || newest.deletedAt !== undefined ? none : newest.id;
};

const readMessages = async (db: Database, conversationId: string): Promise<readonly Message[]> => {
  const messages = await listRecords(db, 'messages', {
    index: 'conversationId',
    equals: conversationId,
  });
  return messages.sort((a, b) => a.at - b.at).slice(-shownMessages);
};

/** The messages of a conversation: undefined until read. */
const useMessages = (db: Database, chosen: string | undefined) => {
  const newest = useWatch(() => watch(() => newestId(db)), [db]);
  const id = chosen ?? newest;
  const read = useWatch(
    () => watch(async () => ({ id, messages: id ? await readMessages(db, id) : undefined })),
    [db, id],
  );
  // While another conversation is being read, the watch still tells the one before.
  const messages = read?.id === id ? read?.messages : undefined;
  return { id, messages };
};

/** A conversation with the assistant: what was said, what waits, and how to go on. */
export const useConversation = (db: Database, page: Page) => {
  const { language } = useWords();
  const [chosen, setChosen] = useState<string>();
  const [asking, setAsking] = useState<Asking>();
  const [refusal, setRefusal] = useState<Refusal>();
  const controller = useRef<AbortController>(null);
  const { id, messages } = useMessages(db, chosen);

  /** Answers whether it was answered, so that the field may give the question back. */
  const ask = async (text: string): Promise<boolean> => {
    const now = Date.now();
    const abort = new AbortController();
    controller.current = abort;
    setRefusal(undefined);
    setAsking({ at: now, text });
    const answered = await askAssistant(
      { text, language, page, now, ...(id === undefined ? {} : { conversationId: id }) },
      abort.signal,
    );
    setAsking(undefined);
    if (answered.ok) setChosen(answered.value.conversationId);
    else setRefusal(answered.refusal);
    return answered.ok;
  };

  return {
    messages,
    asking,
    refusal,
    ask,
    stop: () => controller.current?.abort(),
    startAfresh: () => {
      setRefusal(undefined);
      setChosen(none);
    },
  };
};
