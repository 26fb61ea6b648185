import { customerClasses, lifecycles } from '#core/customers/customer.ts';
import { type FieldDefinition, labelWithSign } from '#core/customers/field-definition.ts';
import { scoreBands } from '#core/predictions/score-band.ts';
import type { Words } from '#i18n/en.ts';
import type { Format } from '#i18n/make-format.ts';
import type { Scoring } from './use-scoring.ts';

/** How a column is asked about: `band` is the score in words, `counted` one of the values there are. */
export type ColumnKind =
  | 'text'
  | 'choice'
  | 'counted'
  | 'number'
  | 'money'
  | 'day'
  | 'yesno'
  | 'band';

/** A column one can filter or sort by, in the words of the screen. */
export type ListColumn = {
  readonly id: string;
  readonly name: string;
  readonly kind: ColumnKind;
  readonly choices?: readonly { readonly id: string; readonly text: string }[];
};

type Source = {
  readonly words: Words;
  readonly format: Format;
  readonly language: 'en' | 'zh';
  readonly scoring: Scoring | undefined;
  readonly definitions: readonly FieldDefinition[];
};

const same = (ids: readonly string[]) => ids.map((id) => ({ id, text: id }));

const knownColumns = ({ words }: Source): ListColumn[] => {
  const { customers, ui } = words;
  const column = (id: keyof typeof customers.columns, kind: ColumnKind) => ({
    id,
    name: customers.columns[id],
    kind,
  });
  return [
    column('name', 'text'),
    {
      ...column('lifecycle', 'choice'),
      choices: lifecycles.map((id) => ({ id, text: ui.lifecycles[id] })),
    },
    { ...column('class', 'choice'), choices: same(customerClasses) },
    column('tags', 'counted'),
    column('lastContactDay', 'day'),
    column('dueDay', 'day'),
    column('lastVisitDay', 'day'),
    column('visits', 'number'),
    column('lastOrderDay', 'day'),
    column('orders', 'number'),
    column('revenueMinor', 'money'),
    column('city', 'counted'),
    column('region', 'counted'),
    column('country', 'counted'),
    column('postcode', 'text'),
    column('street', 'text'),
    column('industry', 'counted'),
    {
      ...column('kind', 'choice'),
      choices: (['business', 'person'] as const).map((id) => ({ id, text: customers.kinds[id] })),
    },
    column('altName', 'text'),
    column('phone', 'text'),
    column('email', 'text'),
    column('doNotContact', 'yesno'),
    column('createdDay', 'day'),
  ];
};

const scoredColumns = ({ words, language, scoring }: Source): ListColumn[] => {
  const { customers, ui } = words;
  const columns: ListColumn[] = [];
  if (scoring?.model !== undefined)
    columns.push({
      id: 'band',
      name: customers.band,
      kind: 'band',
      choices: scoreBands
        .filter((id) => id !== 'low')
        .map((id) => ({ id, text: customers.atLeast(ui.bands[id]) })),
    });
  const segments = scoring?.segments ?? [];
  if (segments.length > 0)
    columns.push({
      id: 'segment',
      name: customers.segment,
      kind: 'choice',
      choices: segments.map(({ id, customName, name }) => ({
        id,
        text: customName ?? name[language],
      })),
    });
  return columns;
};

const kindOf = ({ type, choices }: FieldDefinition): ColumnKind => {
  if (type === 'date') return 'day';
  if (type === 'choice') return choices === undefined ? 'counted' : 'choice';
  return type;
};

/** A custom field as a column. Its key is the header it came under. */
const ownColumn = (definition: FieldDefinition, { words }: Source): ListColumn => {
  const { key, choices } = definition;
  const kind = kindOf(definition);
  const column = { id: `custom:${key}`, name: labelWithSign(definition), kind };
  return kind === 'choice'
    ? { ...column, choices: (choices ?? []).map((id) => ({ id, text: words.ui.say(id) })) }
    : column;
};

/** Everything the list can be filtered and sorted by; scores and segments once there are any. */
export const listColumns = (source: Source): readonly ListColumn[] => [
  ...knownColumns(source),
  ...scoredColumns(source),
  ...source.definitions.map((definition) => ownColumn(definition, source)),
];

/** The same for sorting: a score has a number, and entry is an order of its own. */
export const sortColumns = (
  columns: readonly ListColumn[],
  words: Words,
): readonly ListColumn[] => [
  { id: 'ord', name: words.customers.asEntered, kind: 'number' },
  ...columns.map((column) => (column.id === 'band' ? { ...column, id: 'probability' } : column)),
];
