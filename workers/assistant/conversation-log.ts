import type { AnswerPlan } from '#core/assistant/answer-plan.ts';
import type { Conversation, Language, Message } from '#core/assistant/conversation.ts';
import type { Result } from '#core/result.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { findRecord, listRecords } from '#db/sealed-table.ts';

/** How far back an answer is remembered, so that it is not said again. */
const rememberedMessages = 40;

/** What was said in a conversation lately, oldest first. */
export const readSaid = async (
  db: Database,
  conversationId: string,
): Promise<readonly Message[]> => {
  const messages = await listRecords(db, 'messages', {
    index: 'conversationId',
    equals: conversationId,
  });
  return messages.sort((a, b) => a.at - b.at).slice(-rememberedMessages);
};

/** The conversation an id names, or the newest one; undefined when there is none. */
export const findConversation = async (
  db: Database,
  id: string | undefined,
): Promise<Conversation | undefined> => {
  if (id !== undefined) return findRecord(db, 'conversations', id);
  const [newest] = await listRecords(db, 'conversations', {
    index: 'createdAt',
    reverse: true,
    limit: 1,
  });
  return newest?.deletedAt === undefined ? newest : undefined;
};

export type Turn = {
  readonly conversation: Conversation | undefined;
  readonly message: string;
  readonly language: Language;
  readonly plan: AnswerPlan;
  readonly now: number;
};

const message = (
  fields: Pick<Message, 'conversationId' | 'at' | 'from' | 'language' | 'text' | 'blocks'>,
): Message => ({
  id: `message-${crypto.randomUUID()}`,
  createdAt: fields.at,
  updatedAt: fields.at,
  rev: 0,
  ...fields,
});

/** Writes a question and its answer down, in one commit that undo does not offer to take back. */
export const saveTurn = async (
  db: Database,
  { conversation, message: text, language, plan, now }: Turn,
): Promise<Result<{ readonly conversationId: string }>> => {
  const conversationId = conversation?.id ?? `conversation-${crypto.randomUUID()}`;
  const entries = { createdAt: now, updatedAt: now, rev: 0 };
  const started: Conversation = { id: conversationId, ...entries, title: text.slice(0, 80) };
  const asked = message({ conversationId, at: now, from: 'person', language, text, blocks: [] });
  const answered = message({
    conversationId,
    // After the question, also where both carry the same instant.
    at: now + 1,
    from: 'assistant',
    language,
    text: plan.text,
    blocks: [...plan.blocks],
  });
  const saved = await commit(db, {
    label: 'conversation',
    now,
    undoable: false,
    writes: [
      ...(conversation === undefined ? [{ table: 'conversations', record: started } as const] : []),
      { table: 'messages', record: asked },
      { table: 'messages', record: answered },
    ],
  });
  return saved.ok ? { ok: true, value: { conversationId } } : saved;
};
