import type { Activity } from '#core/customers/activity.ts';
import type { Contact } from '#core/customers/contact.ts';
import type { Task } from '#core/customers/task.ts';
import {
  readActivityType,
  readOutcome,
  readRole,
  readStage,
  readTaskStatus,
  readTaskType,
} from '#core/imports/map-words.ts';
import type { CustomValue } from '#core/record.ts';
import type { Deal } from '#core/sales/deal.ts';
import type { Product } from '#core/sales/product.ts';
import { type CustomerColumn, listOf, normaliseId, personName } from './make-customer.ts';
import type { Refused, RowCells } from './row-cells.ts';

/** Kinds whose rows become one record each and may name customers and products. */
export const recordKinds = ['contacts', 'products', 'deals', 'activities', 'tasks'] as const;
export type RecordKind = (typeof recordKinds)[number];
export type MadeRecord = Contact | Product | Deal | Activity | Task;

export type Making = {
  readonly id: string;
  readonly now: number;
  readonly currency: string;
  readonly row: readonly string[];
  readonly columns: readonly CustomerColumn[];
  /** The ids a row's links lead to; '' where it has none. */
  readonly customerId: string;
  readonly productIds: readonly string[];
  readonly custom: Record<string, CustomValue>;
};

const base = ({ id, now, custom }: Making) => ({
  ...{ id, createdAt: now, updatedAt: now, rev: 0 },
  custom,
});

const optional = <K extends string, V>(key: K, value: V | undefined | '') =>
  (value === undefined || value === '' ? {} : { [key]: value }) as { [P in K]?: V };

const missing = (cells: RowCells, field: string): Refused => ({
  column: cells.header(field) ?? '',
  reason: 'missing-key',
});

/** Keeps a word whose meaning is only guessed, under its header. */
const keepWord = (making: Making, cells: RowCells, field: string, read: string | undefined) => {
  const header = cells.header(field);
  const word = cells.text(field);
  if (header !== undefined && word !== '' && word.toLowerCase() !== read)
    making.custom[header] = word;
};

const makeContact = (making: Making, cells: RowCells): Contact | Refused => {
  const name = cells.text('name') || personName(making.row, making.columns);
  if (name === undefined) return missing(cells, 'name');
  const role = readRole(cells.text('role'));
  keepWord(making, cells, 'role', role);
  return {
    ...base(making),
    ...optional('externalId', normaliseId(cells.text('externalId'))),
    customerId: making.customerId,
    name,
    ...optional('title', cells.text('title')),
    ...optional('role', role),
    phones: cells.texts('phone').flatMap(listOf),
    emails: cells.texts('email').flatMap(listOf),
    ...optional('language', cells.text('language')),
  };
};

const makeProduct = (making: Making, cells: RowCells): Product | Refused => {
  const name = cells.text('productName');
  const sku = normaliseId(cells.text('sku')) || name;
  if (sku === '') return missing(cells, 'sku');
  const price = cells.number('unitPrice');
  const category = cells.text('category') || joinedCategory(making);
  return {
    ...base(making),
    externalId: sku,
    sku,
    name: name || sku,
    ...optional('altName', cells.text('altName')),
    ...optional('barcode', cells.text('barcode')),
    ...optional('category', category),
    ...optional('unit', cells.text('unit')),
    ...optional('packSize', cells.number('packSize')),
    ...optional('price', price),
    ...(price === undefined ? {} : { currency: currencyOf(making, cells) }),
  };
};

/** A category whose name stands in a table of its own. */
const joinedCategory = ({ custom }: Making): string => {
  const found = Object.entries(custom).find(([key]) => /^category ?name$|^类别名称$/iu.test(key));
  return typeof found?.[1] === 'string' ? found[1] : '';
};

const currencyOf = ({ currency }: Making, cells: RowCells): string => {
  const word = cells.text('currency').toUpperCase();
  return /^[A-Z]{3}$/u.test(word) ? word : currency;
};

const makeDeal = (making: Making, cells: RowCells): Deal | Refused => {
  const externalId = normaliseId(cells.text('externalId'));
  const name = cells.text('name') || cells.text('productName') || externalId;
  if (name === '') return missing(cells, 'name');
  const sourceStage = cells.text('stage');
  const stage = readStage(sourceStage) ?? 'prospecting';
  const currency = currencyOf(making, cells);
  const amountMinor = cells.minor('amount', currency);
  const expectedClose = cells.day('expectedClose');
  const isClosed = stage === 'won' || stage === 'lost';
  const at =
    isClosed && expectedClose !== undefined ? Date.parse(`${expectedClose}T00:00:00Z`) : making.now;
  return {
    ...base(making),
    ...optional('externalId', externalId),
    ...optional('customerId', making.customerId),
    name,
    ...(amountMinor === undefined ? {} : { amount: { amountMinor, currency } }),
    ...optional('sourceStage', sourceStage),
    stage,
    ...optional('expectedClose', expectedClose),
    ...optional('lostReason', cells.text('lostReason')),
    productIds: [...making.productIds],
    stageHistory: [{ stage, at }],
  };
};

const makeActivity = (making: Making, cells: RowCells): Activity | Refused => {
  const startAt = cells.instant('startAt');
  if (startAt === undefined)
    return cells.refused() ?? { column: cells.header('startAt') ?? '', reason: 'missing-date' };
  const type = readActivityType(cells.text('type'));
  const outcome = readOutcome(cells.text('outcome'));
  keepWord(making, cells, 'type', type);
  keepWord(making, cells, 'outcome', outcome);
  return {
    ...base(making),
    ...optional('externalId', normaliseId(cells.text('externalId'))),
    customerId: making.customerId,
    type: type ?? 'note',
    startAt,
    ...optional('endAt', cells.instant('endAt')),
    outcome: outcome ?? 'none',
    text: cells.texts('text').join('\n'),
    ...optional('nextStep', cells.text('nextStep')),
  };
};

const makeTask = (making: Making, cells: RowCells): Task | Refused => {
  const title = cells.text('title');
  if (title === '') return missing(cells, 'title');
  const status = readTaskStatus(cells.text('status'));
  const type = readTaskType(cells.text('type'));
  keepWord(making, cells, 'status', status);
  keepWord(making, cells, 'type', type);
  return {
    ...base(making),
    ...optional('externalId', normaliseId(cells.text('externalId'))),
    ...optional('customerId', making.customerId),
    title,
    type: type ?? 'other',
    ...optional('dueAt', cells.instant('dueAt')),
    status: status ?? 'open',
  };
};

const makers = {
  contacts: makeContact,
  products: makeProduct,
  deals: makeDeal,
  activities: makeActivity,
  tasks: makeTask,
} as const;

/** A row as a record of its kind, or why it is none. */
export const makeRecord = (
  kind: RecordKind,
  making: Making,
  cells: RowCells,
): MadeRecord | Refused => {
  const made = makers[kind](making, cells);
  return cells.refused() ?? made;
};
