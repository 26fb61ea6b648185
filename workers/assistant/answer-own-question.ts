import { answerNameUnknown, answerWhichCustomer } from '#core/assistant/answer-about-names.ts';
import { answerLastOrder, answerNamesakes } from '#core/assistant/answer-about-orders.ts';
import { answerCustomerScore, answerLikelyBuyers } from '#core/assistant/answer-about-scores.ts';
import {
  answerSegmentSize,
  answerSegments,
  answerSegmentUnknown,
} from '#core/assistant/answer-about-segments.ts';
import { type AnswerPlan, say } from '#core/assistant/answer-plan.ts';
import type { Language } from '#core/assistant/conversation.ts';
import { findSegment } from '#core/assistant/find-segment.ts';
import type { OwnQuestion } from '#core/assistant/own-question.ts';
import { wordsOf } from '#core/assistant/words-of.ts';
import { dayMs } from '#core/day-number.ts';
import type { Database } from '#db/database.ts';
import { type CustomerDirectory, readDirectory, shown } from './customer-directory.ts';
import { type FoundSubject, findSubject } from './find-subject.ts';
import { readLastOrder, readScores, readSegments } from './read-facts.ts';

export type Asked = {
  readonly message: string;
  readonly language: Language;
  /** Instant, ms UTC. */
  readonly now: number;
  /** The customer on the screen, or the one just spoken of. */
  readonly currentId: string | undefined;
};

type Room = { readonly db: Database; readonly directory: CustomerDirectory; readonly asked: Asked };

const answerBuyers = async (
  { db, directory, asked: { language } }: Room,
  question: Extract<OwnQuestion, { kind: 'likely-buyers' }>,
): Promise<AnswerPlan> => {
  const words = wordsOf(language);
  const scores = await readScores(db);
  if (scores === undefined) return say('no-model', words.noModel);
  const scored = directory.entries.flatMap((entry) => {
    const probability = scores.byCustomer.get(entry.id);
    return probability === undefined || !entry.profiled || entry.walkIn
      ? []
      : [{ entry, probability }];
  });
  const sign = question.least ? 1 : -1;
  scored.sort((a, b) => sign * (a.probability - b.probability) || a.entry.ord - b.entry.ord);
  const rows = scored
    .slice(0, question.limit)
    .map(({ entry, probability }) => ({ customer: shown(entry, words), probability }));
  const facts = { model: scores.model, scored: scored.length, least: question.least, rows };
  return answerLikelyBuyers(facts, language);
};

const answerSegmentQuestion = async (
  { db, directory, asked: { language } }: Room,
  question: Extract<OwnQuestion, { kind: 'segments' | 'segment-size' }>,
): Promise<AnswerPlan | undefined> => {
  const found = await readSegments(db, (id) => directory.byId.get(id)?.profiled === true);
  const isSure = question.kind === 'segments' || question.explicit;
  if (found === undefined)
    return isSure ? say('no-segments', wordsOf(language).noSegments) : undefined;
  const { segments, sizes } = found;
  if (question.kind === 'segments') return answerSegments(segments, sizes, language);
  const at = findSegment(segments, question.segment);
  if (at !== undefined) return answerSegmentSize(segments, sizes, at, language);
  return isSure ? answerSegmentUnknown(segments, question.segment, language) : undefined;
};

const areNamesakes = ({ customers }: FoundSubject): boolean =>
  customers.every(({ name, city }) => name === customers[0]?.name && city === customers[0]?.city);

const answerAboutOne = async (
  { db, directory, asked }: Room,
  question: Extract<OwnQuestion, { kind: 'last-order' | 'customer-score' }>,
): Promise<AnswerPlan> => {
  const { language, now, currentId, message } = asked;
  const words = wordsOf(language);
  const found = findSubject(directory, question.subject, message, currentId, words);
  const [customer] = found.customers;
  if (customer === undefined) return answerNameUnknown(found.written, language);
  const isOne = found.customers.length === 1 && found.how !== 'similar';
  if (question.kind === 'last-order') {
    if (!isOne && areNamesakes(found) && found.how === 'exact')
      return answerNamesakes(
        await Promise.all(found.customers.map((one) => readLastOrder(db, one))),
        language,
      );
    if (isOne)
      return answerLastOrder(await readLastOrder(db, customer), Math.floor(now / dayMs), language);
  }
  if (!isOne) {
    const about = question.kind === 'last-order' ? 'lastOrder' : 'customerScore';
    const { written, customers, how } = found;
    return answerWhichCustomer({ written, customers, isGuess: how === 'similar', about }, language);
  }
  const scores = await readScores(db);
  if (scores === undefined) return say('no-model', words.noModel);
  const probability = directory.byId.get(customer.id)?.profiled
    ? (scores.byCustomer.get(customer.id) ?? null)
    : null;
  return answerCustomerScore({ model: scores.model, customer, probability }, language);
};

/**
 * Answers a question over own data from the rows of the database. undefined: on a closer look it was
 * no such question.
 */
export const answerOwnQuestion = async (
  db: Database,
  question: OwnQuestion,
  asked: Asked,
): Promise<AnswerPlan | undefined> => {
  const directory = await readDirectory(db);
  const room: Room = { db, directory, asked };
  const words = wordsOf(asked.language);
  const isVague = question.kind === 'segment-size' && !question.explicit;
  if (directory.entries.length === 0)
    return isVague ? undefined : say('no-customers', words.noCustomers);
  switch (question.kind) {
    case 'customer-count': {
      const customers = directory.entries.filter(({ walkIn }) => !walkIn).length;
      return say('customer-count', words.customerCount(customers));
    }
    case 'likely-buyers':
      return answerBuyers(room, question);
    case 'segments':
    case 'segment-size':
      return answerSegmentQuestion(room, question);
    case 'last-order':
    case 'customer-score':
      return answerAboutOne(room, question);
  }
};
