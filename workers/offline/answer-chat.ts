import { answerServiceDesk } from '#core/assistant/answer-service-desk.ts';
import type { Article, DialoguePair, Language } from '#core/assistant/conversation.ts';
import { detectLanguage } from '#core/assistant/detect-language.ts';
import { seedPairs } from '#core/assistant/seed-pairs.ts';
import { takeTurn } from '#core/assistant/take-turn.ts';
import { wordsOf } from '#core/assistant/words-of.ts';
import { accept, type Result } from '#core/result.ts';
import { closeDatabase, openDatabase } from '#db/open-database.ts';
import { listRecords } from '#db/sealed-table.ts';
import { longestMessage, matchPattern } from '#workers/assistant/match-pattern.ts';
import { type ChatTrouble, chatTroubleWords } from './chat-trouble-words.ts';

const databaseName = 'rapport';
const rememberedAnswers = 40;

/** What was answered since this service worker started, so that a fallback is not repeated. */
const said: string[] = [];

type Desk = { readonly pairs: readonly DialoguePair[]; readonly articles: readonly Article[] };

const seeds = (): Desk => ({ pairs: seedPairs(0), articles: [] });

/** Opens, reads and closes: no key stays in the service worker between requests. */
const readDesk = async (): Promise<Result<Desk>> => {
  // Opening would make a database; before the app's first start there is nothing to read.
  const databases = await indexedDB.databases();
  if (!databases.some(({ name }) => name === databaseName)) return accept(seeds());
  const opened = await openDatabase(databaseName);
  if (!opened.ok) return opened;
  try {
    const pairs = await listRecords(opened.value, 'dialoguePairs');
    const articles = await listRecords(opened.value, 'articles');
    const kept = pairs.filter(({ deletedAt }) => deletedAt === undefined);
    return accept({ pairs: pairs.length === 0 ? seeds().pairs : kept, articles });
  } finally {
    closeDatabase(opened.value);
  }
};

const reply = (status: number, response: string, extra: HeadersInit = {}): Response =>
  Response.json({ response }, { status, headers: { 'cache-control': 'no-store', ...extra } });

const trouble = (status: number, code: ChatTrouble, language: Language): Response =>
  reply(status, chatTroubleWords[language][code], status === 405 ? { allow: 'POST' } : {});

const readMessage = async (request: Request): Promise<string | undefined> => {
  try {
    const message = (await request.formData()).get('message');
    return typeof message === 'string' ? message.trim() : undefined;
  } catch {
    return undefined; // no form at all: the platform throws a TypeError
  }
};

const remember = (text: string): void => {
  said.push(text);
  if (said.length > rememberedAnswers) said.shift();
};

const answer = (message: string, language: Language, desk: Desk): string => {
  const plan = answerServiceDesk(message, language, { ...desk, match: matchPattern, said });
  const text = plan?.text ?? takeTurn(wordsOf(language).serviceFallbacks, said) ?? '';
  remember(text);
  return text;
};

/**
 * Answers `POST chat` (form field `message`, urlencoded or multipart) with `{ "response": … }` from
 * dialogue pairs and published articles, offline. Never from customers' data: whoever holds the
 * tablet may ask here. 400 message missing, empty or over 2,000 characters; 405 not a POST; 423 the
 * vault is locked; 503 the database cannot be read.
 */
export const answerChat = async (request: Request): Promise<Response> => {
  const usual: Language = /^zh\b/iu.test(
    request.headers.get('accept-language') ?? navigator.language,
  )
    ? 'zh'
    : 'en';
  if (request.method !== 'POST') return trouble(405, 'method', usual);
  const message = await readMessage(request);
  if (message === undefined) return trouble(400, 'missing', usual);
  if (message === '') return trouble(400, 'empty', usual);
  const language = detectLanguage(message.slice(0, longestMessage), usual);
  if (message.length > longestMessage) return trouble(400, 'too-long', language);
  const desk = await readDesk();
  if (desk.ok) return reply(200, answer(message, language, desk.value));
  const isLocked = desk.refusal.code === 'vault-locked';
  return isLocked ? trouble(423, 'locked', language) : trouble(503, 'unavailable', language);
};
