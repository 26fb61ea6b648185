import type { ShownCustomer } from './answer-about-scores.ts';
import { type AnswerPlan, say } from './answer-plan.ts';
import type { Language } from './conversation.ts';
import { wordsOf } from './words-of.ts';

/** Most customers a person is asked to choose among. */
const maximumChoices = 6;

/** How a customer is called so that the name alone tells it from these others. */
export const tellApart = (customer: ShownCustomer, others: readonly ShownCustomer[]): string => {
  const hasNamesake = others.some(({ id, name }) => id !== customer.id && name === customer.name);
  return hasNamesake && customer.city !== ''
    ? `${customer.name} (${customer.city})`
    : customer.name;
};

/** Several customers may be meant: asks, with the whole question as each choice. */
export const answerWhichCustomer = (
  facts: {
    readonly written: string;
    readonly customers: readonly ShownCustomer[];
    readonly isGuess: boolean;
    readonly about: 'lastOrder' | 'customerScore';
  },
  language: Language,
): AnswerPlan => {
  const words = wordsOf(language);
  const { written, customers, isGuess, about } = facts;
  const labels = new Set(customers.map((customer) => tellApart(customer, customers)));
  const choices = [...labels].slice(0, maximumChoices).map(words.ask[about]);
  return say('which-customer', words.whichCustomer({ written, isGuess }), [
    { kind: 'choices', choices },
  ]);
};

/** Nobody of that name; without a name, asks for one. */
export const answerNameUnknown = (written: string, language: Language): AnswerPlan => {
  const words = wordsOf(language);
  return say('name-unknown', written === '' ? words.nameMissing : words.nameUnknown(written));
};
