import { enCount } from '#i18n/plural.ts';

/** How the values of a column move a model's scores: never what causes what. */
export const effects = {
  show: 'How each value counts',
  hide: 'Hide the values',
  note: (customers: number) =>
    `What the model would say of ${enCount(customers)} of your customers with such a value, all else as it is. It shows what goes together in your records, not what leads to what.`,
  chance: 'Chance',
  value: 'Value',
  likelier: 'likelier than usual',
  lessLikely: 'less likely than usual',
  asUsual: 'as usual',
  usual: (chance: string) => `usual: ${chance}`,
  compared: 'Compared with the usual',
  notFilledIn: 'not filled in',
  flat: 'Its values hardly move the score by themselves.',
};
