import type { ShownCustomer } from './answer-about-scores.ts';
import { type AnswerPlan, say } from './answer-plan.ts';
import type { Language } from './conversation.ts';
import { formatDay, formatMoney } from './format-facts.ts';
import { wordsOf } from './words-of.ts';

/** A customer's orders, as far as "when did X last order" needs them. `day`: days since 1970. */
export type OrderFacts = {
  readonly customer: ShownCustomer;
  /** Orders (not quotes, not returns). */
  readonly orders: number;
  readonly last: {
    readonly day: number;
    readonly number: string;
    readonly totalMinor: number;
    readonly currency: string;
  } | null;
};

const rowOf = ({ customer, last }: OrderFacts, language: Language) => [
  customer.name,
  customer.city === '' ? null : customer.city,
  last === null ? null : formatDay(last.day, language),
  last === null ? null : last.number,
  last === null ? null : formatMoney(last.totalMinor, last.currency, language),
];

const tableOf = (facts: readonly OrderFacts[], language: Language) => {
  const { columns } = wordsOf(language);
  return {
    kind: 'table',
    columns: [columns.customer, columns.city, columns.lastOrder, columns.number, columns.total],
    rows: facts.map((fact) => rowOf(fact, language)),
    customerIds: facts.map(({ customer }) => customer.id),
  } as const;
};

const thaw = (table: ReturnType<typeof tableOf>) => ({
  ...table,
  columns: [...table.columns],
  rows: table.rows.map((row) => [...row]),
});

/** "When did X last order". `today`: days since 1970. */
export const answerLastOrder = (
  facts: OrderFacts,
  today: number,
  language: Language,
): AnswerPlan => {
  const words = wordsOf(language);
  const { customer, last, orders } = facts;
  const text =
    last === null
      ? words.noOrder(customer.name)
      : words.lastOrder({
          name: customer.name,
          day: formatDay(last.day, language),
          ago: words.ago(today - last.day),
          orders,
        });
  return {
    ...say('last-order', text, [thaw(tableOf([facts], language))]),
    customerId: customer.id,
  };
};

/** Namesakes that nothing tells apart: each with its own last order. */
export const answerNamesakes = (facts: readonly OrderFacts[], language: Language): AnswerPlan => {
  const name = facts[0]?.customer.name ?? '';
  const text = wordsOf(language).namesakes({ name, found: facts.length });
  return say('last-order', text, [thaw(tableOf(facts, language))]);
};
