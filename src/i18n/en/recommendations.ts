import { plural } from '#i18n/plural.ts';

/** Insights › Suggestions: whom the scores say to call on, one step each, and what became of it. */
export const recommendations = {
  title: 'Suggestions',
  lead: 'Customers worth a step, by the scores you trained. Take one up or say why not.',
  none: 'No list yet',
  noneHint:
    'Train a model that tells likely buyers, or who stops buying: the customers it ranks highest stand here.',
  train: 'Go to predictions',
  noSignalOf: (question: string) =>
    `No list for “${question}”: that model is no better than guessing.`,
  atRisk: 'At risk',
  atRiskHint: 'May stop buying: the likeliest with most at stake first.',
  likely: 'Likely buyers',
  likelyOf: (field: string, value: string) => `Likely: ${field} = ${value}`,
  likelyHint: (question: string) => `${question}: the likeliest first.`,
  model: (day: string) => `Scores from ${day}.`,
  stake: (money: string) => `${money} in a year`,
  empty: 'Everybody on this list has been answered, or nobody may be called on.',
  reasons: 'Looking for the reason…',
  noReason: 'Nothing stands out: the score has many small reasons.',
  visit: 'Plan a visit',
  call: 'Make a task',
  visitOf: (name: string) => `Plan a visit to ${name}`,
  callOf: (name: string) => `Make a task: call ${name}`,
  dismiss: 'Not now',
  dismissOf: (name: string) => `Not now: ${name}`,
  planned: 'Visit planned for today.',
  tasked: 'Task made for today.',
  dismissed: 'Taken off the list.',
  visitTitle: 'Visit: may stop buying',
  callTitle: 'Call: may buy',
  whyNot: 'Why not?',
  why: {
    planned: 'Taken care of already',
    'no-need': 'No need at the moment',
    wrong: 'The score is wrong',
    other: 'Something else',
  },
  note: 'In a sentence (optional)',
  takeOff: 'Take off the list',
  whyHint: 'The customer does not come back to this list until a new model is trained.',
  counted: (accepted: number, dismissed: number) =>
    `${plural(accepted, 'suggestion', 'suggestions')} taken up, ${dismissed} dismissed so far.`,
};
