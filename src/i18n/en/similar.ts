import { enCount } from '#i18n/plural.ts';

/** The customers most like one, and how they answered. */
export const similar = {
  title: 'Customers most like this one',
  sentence: (count: number, all: number, field: string, value: string) =>
    `Of the ${enCount(all)} most like this one whose answer is known, ${enCount(count)} have “${field}” = ${value}.`,
  note: 'Alike in what the model goes by most. Few customers: take it as examples, not as a figure.',
};
