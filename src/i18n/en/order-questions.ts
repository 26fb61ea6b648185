import { plural } from '#i18n/plural.ts';

/** Questions orders answer, and what the columns made of orders are called. */
export const orderQuestions = {
  within: (days: number) => `Buys within ${days} days`,
  thingWithin: (name: string, days: number) => `Buys ${name} within ${days} days`,
  lost: 'Stops buying',
  someThing: 'Buys a product or a category…',
  thing: 'Which product or category?',
  category: (name: string) => `Category: ${name}`,
  days: 'How soon?',
  ofDays: (days: number) => `within ${days} days`,
  ask: (days: number) => `Which customers are likely to buy within ${days} days?`,
  askThing: (name: string, days: number) =>
    `Which customers are likely to buy ${name} within ${days} days?`,
  askLost: 'Which of the customers who buy regularly are likely to stop?',
  lostMeans:
    'Stopped means: no order for twice the customer’s usual gap, at least 60 and at most 180 days.',
  usable: (rows: number, positives: string) =>
    `The last time it can be checked, there were ${plural(rows, 'customer', 'customers')} to ask; for ${positives} it came true.`,
  countLater: 'How often it came true is counted when the training starts: it reads every order.',
  fromOrders:
    'Learned from what your orders and visits said on earlier days. Columns of customers are used as they are today: untick those you only learn afterwards.',
  looked: (mornings: number, from: string, checked: string) =>
    `Looks from ${from}. Learned from ${plural(mornings, 'earlier day', 'earlier days')}, checked on ${checked}: no order of the day itself or later was looked at. Cancelled orders and returns do not count.`,
  notAsked: 'Customers without an order yet have no score.',
  notAskedLost: 'Customers who buy irregularly or have stopped already have no score.',
  report: (question: string) => `How well it is predicted: ${question}`,
  whom: (question: string) => `customers for whom “${question}” comes true`,
  headline: (top: number, random: number, question: string) =>
    `${question}: of 100 customers in the tenth we ranked highest it came true for ${top}, of 100 picked at random for ${random}.`,
  answers: 'Answers learned from',
  activities: (outcome: string) => `Contacts in 180 days: ${outcome}`,
  columns: {
    daysSinceLastOrder: 'Days since the last order',
    daysSinceFirstOrder: 'Days since the first order',
    orders: 'Orders so far',
    orderDays: 'Days with an order',
    boughtAgain: 'Has bought again',
    ordersIn30Days: 'Orders in 30 days',
    ordersIn90Days: 'Orders in 90 days',
    ordersIn180Days: 'Orders in 180 days',
    ordersIn365Days: 'Orders in 365 days',
    trendOf90Days: 'Orders of 90 days against the 90 before',
    ordersPer30Days: 'Orders in a usual month',
    usualGapDays: 'Usual days between orders',
    overdueRatio: 'Waiting, in usual gaps',
    totalMinor: 'Ordered in all',
    meanOrderMinor: 'Value of a usual order',
    largestOrderMinor: 'Largest order',
    lastOrderMinor: 'Value of the last order',
    products: 'Different products',
    returnedShare: 'Share sent back',
    returns: 'Returns',
    rhythmChance: 'Chance of an order by rhythm alone (%)',
    rhythmExpected: 'Orders expected by rhythm alone',
    ordersOfIt: 'Orders with it',
    ordersOfItIn180Days: 'Orders with it in 180 days',
    daysSinceIt: 'Days since it was last ordered',
  },
};
