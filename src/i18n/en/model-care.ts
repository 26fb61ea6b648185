import { enCount, plural } from '#i18n/plural.ts';

/** How a model keeps: when to train again, the new one against the one in use, what came of it. */
export const modelCare = {
  offer: 'Worth training again',
  newAnswers: (more: number, before: number) =>
    `${plural(more, 'customer has', 'customers have')} an answer now beyond the ${enCount(before)} it learned from.`,
  age: (days: number) =>
    `It was trained ${plural(days, 'day', 'days')} ago, and there is something new since.`,
  ageOfOrders: (days: number) =>
    `Its scores look from a day ${plural(days, 'day', 'days')} ago, and orders have come since.`,
  moved: (columns: string) =>
    `Your customers are others now than when it was trained, as ${columns} shows.`,
  movedMany: (columns: string, more: number) =>
    `Your customers are others now than when it was trained: ${columns}, and ${plural(more, 'more column', 'more columns')}.`,
  driftUnknown:
    'This model is from before Rapport kept how the columns stood, so it cannot be told whether your customers have changed since.',
  trainAgain: 'Train again',
  keepsQuestion:
    'Asks the same question, without the columns you left out. The model in use stays until you choose.',
  candidate: 'A new model is ready',
  figureByFigure: 'New and in use, figure by figure',
  newOne: 'New',
  oldOne: 'In use',
  topHundred: 'Right of 100 ranked highest',
  compared: {
    better: 'The new one does better than the one in use, by more than chance.',
    alike: 'No difference that is more than chance. The new one has learned from what came since.',
    worse: 'The one in use does better than the new one, by more than chance.',
  },
  noSignal: 'The new one is no better than guessing. Keep the old one.',
  comparedBy: {
    'same-rows': 'Both checked on the same customers, and neither has learned from them.',
    'own-figures':
      'Each was checked on the customers set aside when it was trained. The one in use has learned from most of those set aside today: on them it would look better than it is.',
  },
  keep: 'Keep old',
  kept: 'The old model stays in use. The new one is kept among the models below.',
  stays:
    'Until you choose, the old one and its scores stay in use. Both are kept, so you can go back.',
  outcomes: 'What came of it',
  came: (expected: string, error: string, rows: number, happened: number, from: string) =>
    `Of ${plural(rows, 'customer', 'customers')} we said on ${from} that about ${expected} ± ${error} would. It came true for ${enCount(happened)}.`,
  verdicts: {
    'as-said': 'That is as said, give or take chance.',
    more: 'That is more than said, and by more than chance.',
    fewer: 'That is fewer than said, and by more than chance.',
  },
  byBand: 'What came of it, by what was said',
  calledToo: 'Whom you called because of the score counts too.',
  onlyUnknown: 'Counted are customers whose answer was not known when they were scored.',
  said: 'We said',
  rows: 'Customers',
  hit: 'It came true',
  miss: 'It did not',
  notDue: (day: string) => `Nothing has come due yet. The first answers are certain on ${day}.`,
  ordersEnd: (day: string) =>
    `The time is over, but the orders here end on ${day}. Bring in the later ones to see what came of it.`,
  noneAnswered: 'No customer without an answer when this model scored has one now.',
  notKept:
    'This model did not keep who had an answer when it scored, so nothing can be compared. A new one does.',
  earlier: 'Earlier models of the same question',
  trainedOn: (at: string) => `Trained ${at}`,
};
