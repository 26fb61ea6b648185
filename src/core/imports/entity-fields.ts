import { activityWords, taskWords } from './activity-words.ts';
import { contactWords, customerWords, type FieldWords } from './customer-words.ts';
import type { FileKind } from './file-kinds.ts';
import { dealWords, orderWords, productWords } from './sales-words.ts';

/** Every entity's fields; the order is the order in which a person is offered them. */
export const entityFields = {
  customers: customerWords,
  contacts: contactWords,
  products: productWords,
  orders: orderWords,
  deals: dealWords,
  activities: activityWords,
  tasks: taskWords,
  lookup: {},
} as const satisfies Readonly<Record<FileKind, FieldWords>>;

type FieldsOf<K extends FileKind> = keyof (typeof entityFields)[K] & string;
export type FieldId = {
  [K in FileKind]: FieldsOf<K>;
}[FileKind];

/** Fields several columns may go to together: their values are gathered. */
export const gatheredFields: ReadonlySet<string> = new Set(['phone', 'email', 'tags', 'text']);

/** Fields of which a row must have one to be a record. */
export const neededFieldsOf: Readonly<Record<FileKind, readonly (readonly string[])[]>> = {
  customers: [],
  contacts: [['name', 'firstName', 'lastName']],
  products: [['productName', 'sku']],
  orders: [],
  deals: [['stage'], ['name', 'externalId', 'productName']],
  activities: [['startAt']],
  tasks: [['title']],
  lookup: [],
};
