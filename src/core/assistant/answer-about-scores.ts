import { type AnswerPlan, say } from './answer-plan.ts';
import type { Language } from './conversation.ts';
import { formatDay, formatLikelihood } from './format-facts.ts';
import { wordsOf } from './words-of.ts';

/** A customer as an answer shows it. */
export type ShownCustomer = { readonly id: string; readonly name: string; readonly city: string };

/** The model in use, as far as an answer needs it. `day`: days since 1970. */
export type ModelFacts = {
  readonly target: { readonly field: string; readonly positive: string };
  readonly day: number;
};

const targetOf = ({ target }: ModelFacts): string => `${target.field} = ${target.positive}`;

/** "Who is most likely to buy": rows come ordered, likeliest (or least likely) first. */
export const answerLikelyBuyers = (
  facts: {
    readonly model: ModelFacts;
    readonly scored: number;
    readonly least: boolean;
    readonly rows: readonly { readonly customer: ShownCustomer; readonly probability: number }[];
  },
  language: Language,
): AnswerPlan => {
  const words = wordsOf(language);
  const { columns } = words;
  if (facts.rows.length === 0) return say('likely-buyers', words.noScores);
  const text = words.likelyBuyers({
    shown: facts.rows.length,
    scored: facts.scored,
    least: facts.least,
    target: targetOf(facts.model),
    modelDay: formatDay(facts.model.day, language),
  });
  return say('likely-buyers', text, [
    {
      kind: 'table',
      columns: [columns.customer, columns.city, columns.likelihood],
      rows: facts.rows.map(({ customer, probability }) => [
        customer.name,
        customer.city === '' ? null : customer.city,
        formatLikelihood(probability),
      ]),
      customerIds: facts.rows.map(({ customer }) => customer.id),
    },
  ]);
};

/** "How likely is X to buy": `probability` is null when X is not scored. */
export const answerCustomerScore = (
  facts: {
    readonly model: ModelFacts;
    readonly customer: ShownCustomer;
    readonly probability: number | null;
  },
  language: Language,
): AnswerPlan => {
  const words = wordsOf(language);
  const { customer, probability } = facts;
  const text =
    probability === null
      ? words.customerNotScored(customer.name)
      : words.customerScore({
          name: customer.name,
          likelihood: formatLikelihood(probability),
          target: targetOf(facts.model),
          modelDay: formatDay(facts.model.day, language),
        });
  const card = {
    kind: 'record',
    customerId: customer.id,
    title: customer.name,
    text: customer.city,
  } as const;
  return { ...say('customer-score', text, [card]), customerId: customer.id };
};
