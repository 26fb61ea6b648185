import type { AssistantContract } from '#contracts/assistant.ts';
import type { AnswerPlan } from '#core/assistant/answer-plan.ts';
import { answerServiceDesk } from '#core/assistant/answer-service-desk.ts';
import { answerUnknown } from '#core/assistant/answer-unknown.ts';
import type { Message } from '#core/assistant/conversation.ts';
import { detectLanguage } from '#core/assistant/detect-language.ts';
import { readOwnQuestion } from '#core/assistant/read-own-question.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { listRecords } from '#db/sealed-table.ts';
import { type Asked, answerOwnQuestion } from './answer-own-question.ts';
import { findConversation, readSaid, saveTurn } from './conversation-log.ts';
import { longestMessage, matchPattern } from './match-pattern.ts';
import { listPairs } from './seed-dialogue-pairs.ts';

type Input = AssistantContract['ask']['input'];
type Output = AssistantContract['ask']['output'];

/** The one customer the last answer was about. */
const spokenOf = (messages: readonly Message[]): string | undefined => {
  const last = messages.findLast(({ from }) => from === 'assistant');
  for (const block of last?.blocks ?? []) {
    if (block.kind === 'record') return block.customerId;
    if (block.kind === 'table' && block.customerIds?.length === 1) return block.customerIds[0];
  }
  return undefined;
};

const plan = async (
  db: Database,
  asked: Asked,
  said: readonly string[],
): Promise<Result<AnswerPlan>> => {
  const { message, language, now } = asked;
  const question = readOwnQuestion(message, language);
  const own = question === undefined ? undefined : await answerOwnQuestion(db, question, asked);
  if (own !== undefined) return accept(own);
  const pairs = await listPairs(db, now);
  if (!pairs.ok) return pairs;
  const articles = await listRecords(db, 'articles');
  const desk = { pairs: pairs.value, articles, match: matchPattern, said };
  return accept(answerServiceDesk(message, language, desk) ?? answerUnknown(language, said));
};

/**
 * One turn: reads the message, answers it from own data, articles or pairs, and writes both down.
 * Refuses: message-empty (also when it is longer than 2,000 characters), and what the database
 * refuses.
 */
export const ask = async (db: Database, input: Input): Promise<Result<Output>> => {
  const started = performance.now();
  const message = input.text.trim();
  if (message === '' || message.length > longestMessage) return refuse('message-empty');
  const language = detectLanguage(message, input.language);
  const conversation = await findConversation(db, input.conversationId);
  const messages = conversation === undefined ? [] : await readSaid(db, conversation.id);
  const said = messages.filter(({ from }) => from === 'assistant').map(({ text }) => text);
  const currentId = input.page.customerId ?? spokenOf(messages);
  const { now } = input;
  const answered = await plan(db, { message, language, now, currentId }, said);
  if (!answered.ok) return answered;
  const turn = { conversation, message, language, plan: answered.value, now };
  const saved = await saveTurn(db, turn);
  if (!saved.ok) return saved;
  const { intent, text, blocks } = answered.value;
  return accept({
    ...saved.value,
    language,
    intent,
    text,
    blocks,
    ms: performance.now() - started,
  });
};
