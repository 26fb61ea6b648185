import type { OwnDataWords } from '#core/assistant/own-data-words.ts';

const figure = (value: number): string => new Intl.NumberFormat('en').format(value);
const customers = (count: number): string => `${figure(count)} customer${count === 1 ? '' : 's'}`;

export const englishWords: OwnDataWords = {
  nameless: (place) => `Customer ${place}`,
  columns: {
    customer: 'Customer',
    city: 'City',
    likelihood: 'Likelihood',
    segment: 'Segment',
    customers: 'Customers',
    share: 'Share',
    lastOrder: 'Last order',
    number: 'Number',
    total: 'Total',
  },
  noCustomers: 'There are no customers in here yet. Import a file or load the demo data first.',
  noModel:
    'No model has been trained yet, so I cannot say who is likely to buy. Open Insights, choose the column to learn from and press Train; it takes a minute or less and stays on this device.',
  noSegments:
    'The customers have not been put into segments yet. Open Segments and press Find segments; then ask me again.',
  noScores: 'The model in use has scored nobody yet. Train it again in Insights.',
  likelyBuyers: ({ shown, scored, least, target, modelDay }) =>
    `The ${customers(shown)} ${least ? 'least' : 'most'} likely by the model in use, which was trained on ${modelDay} for “${target}”, out of ${figure(scored)} scored. These are estimates.`,
  customerScore: ({ name, likelihood, target, modelDay }) =>
    `${name}: ${likelihood} likely for “${target}”, by the model of ${modelDay}. This is an estimate.`,
  customerNotScored: (name) => `${name} has no score from the model in use.`,
  segments: ({ segments, customers: total }) =>
    `There are ${figure(segments)} segments with ${customers(total)} in them.`,
  segmentSize: ({ segment, size, customers: total, share }) =>
    `${customers(size)} in the segment “${segment}”: ${share} of the ${figure(total)} in segments.`,
  segmentUnknown: (written) => `I know no segment called “${written}”. These are the segments:`,
  customerCount: (total) => `You have ${customers(total)}.`,
  lastOrder: ({ name, day, ago, orders }) =>
    `${name} last ordered on ${day}, ${ago}.${orders > 1 ? ` ${figure(orders)} orders in all.` : ' It is the only order.'}`,
  noOrder: (name) => `I find no order of ${name}.`,
  namesakes: ({ name, found }) => `There are ${figure(found)} customers called ${name}:`,
  nameUnknown: (written) => `I find no customer called “${written}”.`,
  nameMissing: 'Which customer do you mean? Tell me the name.',
  whichCustomer: ({ written, isGuess }) =>
    isGuess
      ? `I find no customer called “${written}”. Do you mean one of these?`
      : `Several customers match “${written}”. Which one do you mean?`,
  isRead: ({ written, name }) => `I read “${written}” as ${name}.`,
  ask: {
    likelyBuyers: 'Who is most likely to buy?',
    segments: 'Show the segments and their sizes',
    segmentSize: (segment) => `How many customers are in ${segment}?`,
    lastOrder: (name) => `When did ${name} last order?`,
    customerScore: (name) => `How likely is ${name} to buy?`,
  },
  fallbacks: [
    'I do not know that. I can answer these:',
    'That I cannot answer. Here is what I can look up:',
    'I did not understand this well enough to answer. Try one of these:',
  ],
  serviceFallbacks: [
    'I do not know that, and I will not guess. Please ask your sales contact.',
    'That has not been written down for me. Your sales contact can help you.',
    'I did not understand this well enough to answer. Could you put it another way?',
  ],
  ago: (days) =>
    days === 0
      ? 'today'
      : days === 1
        ? 'yesterday'
        : days < 0
          ? `in ${figure(-days)} day${days === -1 ? '' : 's'}`
          : `${figure(days)} days ago`,
};
