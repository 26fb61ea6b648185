import type { LearnColumn, LearnTarget, OrderQuestions } from '#contracts/learn.ts';
import { nameOrderTarget } from '#core/predictions/from-orders/order-target.ts';
import type { Words } from '#i18n/en.ts';
import { listOrderChoices, listThings, someThing, targetOfThing } from './order-choices.ts';
import { sayAnswer } from './say-answer.ts';
import { countUsable, likelyAnswer, type Usable } from './target-choices.ts';

/** What a person has chosen so far; what is absent or gone is chosen for them. */
export type Chosen = {
  readonly question: string;
  readonly answer?: string | undefined;
  readonly thing?: string | undefined;
  readonly days: number;
};

export type Asked = {
  /** The chosen line of the list of questions. */
  readonly id: string;
  readonly target: LearnTarget;
  /** What the question is called while it is learned. */
  readonly subject: string;
  readonly sentence: string;
  /** Absent where only the training can count. */
  readonly usable?: Usable;
  readonly column?: LearnColumn;
  readonly thing?: string;
};

export type Offered = {
  readonly targets: readonly LearnColumn[];
  readonly orders: OrderQuestions | undefined;
  readonly rows: number;
};

/** All questions there are, those of orders first. */
export const listQuestions = (
  { targets, orders }: Offered,
  nameOf: (column: string) => string,
  { orderQuestions }: Words,
): readonly { readonly id: string; readonly text: string }[] => {
  const choices = listOrderChoices(orders);
  const hasThings = orders !== undefined && choices.length > 0 && listThings(orders).length > 0;
  return [
    ...choices.map(({ id }) => ({ id, text: nameOf(id) })),
    ...(hasThings ? [{ id: someThing, text: orderQuestions.someThing }] : []),
    ...targets.map(({ name }) => ({ id: name, text: nameOf(name) })),
  ];
};

const askThing = (
  orders: OrderQuestions,
  { thing, days }: Chosen,
  { orderQuestions }: Words,
): Asked | undefined => {
  const things = listThings(orders);
  const one = things.find(({ id }) => id === thing) ?? things[0];
  if (one === undefined) return undefined;
  const target = targetOfThing(one, days);
  return {
    id: someThing,
    target,
    subject: orderQuestions.thingWithin(one.name, days),
    sentence: orderQuestions.askThing(one.name, days),
    thing: one.id,
  };
};

/** The question as chosen, in words, and whether there is enough to learn from. */
export const askedQuestion = (
  offered: Offered,
  chosen: Chosen,
  nameOf: (column: string) => string,
  words: Words,
): Asked | undefined => {
  const { targets, orders, rows } = offered;
  const { predictions, orderQuestions } = words;
  if (chosen.question === someThing && orders !== undefined) return askThing(orders, chosen, words);
  const choices = listOrderChoices(orders);
  const column = targets.find(({ name }) => name === chosen.question);
  const choice =
    choices.find(({ id }) => id === chosen.question) ??
    (column === undefined ? choices[0] : undefined);
  if (choice !== undefined) {
    const { target, usable, id } = choice;
    const sentence =
      target.kind === 'lost' ? orderQuestions.askLost : orderQuestions.ask(target.withinDays);
    return { id, target, subject: nameOf(nameOrderTarget(target)), sentence, usable };
  }
  const asked = column ?? targets[0];
  if (asked === undefined) return undefined;
  const isKnown = asked.values.some(({ value }) => value === chosen.answer);
  const answer = isKnown && chosen.answer !== undefined ? chosen.answer : likelyAnswer(asked);
  return {
    id: asked.name,
    target: { field: asked.name, positive: answer },
    subject: nameOf(asked.name),
    sentence: predictions.sentence(nameOf(asked.name), sayAnswer(answer, words)),
    usable: countUsable(rows, asked, answer),
    column: asked,
  };
};
