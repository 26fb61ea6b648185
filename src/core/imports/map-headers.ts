import { entityFields, type FieldId, gatheredFields } from './entity-fields.ts';
import type { FileKind } from './file-kinds.ts';

/** Fields without which a file cannot be read as orders. */
export const neededOrderFields = ['number', 'date', 'sku', 'quantity', 'unitPrice'] as const;

/** The same for a plain list of purchases: who, when, how much. */
export const neededPurchaseFields = ['customerId', 'date', 'amount'] as const;

/** The fields of an order line. */
export const orderFields = Object.keys(entityFields.orders) as (keyof typeof entityFields.orders)[];

/** A header without case, spaces, signs and units: `Unit Price (€)`, `unit_price`, `UnitPrice`. */
export const foldHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .replace(/[（(［[].*?[)）\]］]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const tableOf = (kind: FileKind): ReadonlyMap<string, readonly string[]> => {
  const fieldsOf = new Map<string, string[]>();
  for (const [field, words] of Object.entries(entityFields[kind]))
    for (const word of words) {
      const key = foldHeader(word);
      fieldsOf.set(key, [...(fieldsOf.get(key) ?? []), field]);
    }
  return fieldsOf;
};

const tables = new Map<FileKind, ReturnType<typeof tableOf>>();

/**
 * The field each header of such a file goes to; `custom` when none is known. A word of two fields
 * goes to the first one that is still free.
 */
export const mapHeaders = (headers: readonly string[], kind: FileKind): string[] => {
  const table = tables.get(kind) ?? tableOf(kind);
  tables.set(kind, table);
  const taken = new Set<string>();
  return headers.map((header) => {
    const known = table.get(foldHeader(header)) ?? [];
    const field = known.find((id) => gatheredFields.has(id) || !taken.has(id));
    if (field === undefined) return 'custom';
    taken.add(field);
    return field;
  });
};

const has = (headers: readonly string[], kind: FileKind, ...fields: FieldId[]): boolean => {
  const found = new Set(mapHeaders(headers, kind));
  return fields.every((field) => found.has(field));
};

const either = (headers: readonly string[], kind: FileKind, ...fields: FieldId[]): boolean =>
  fields.some((field) => has(headers, kind, field));

const isOrders = (headers: readonly string[]): boolean =>
  has(headers, 'orders', 'number') &&
  (has(headers, 'orders', 'sku', 'quantity') ||
    (has(headers, 'orders', 'productName', 'quantity') && has(headers, 'orders', 'unitPrice')) ||
    (has(headers, 'orders', 'date') && either(headers, 'orders', 'customerId', 'customerName')));

const isDeals = (headers: readonly string[]): boolean =>
  has(headers, 'deals', 'stage') &&
  either(headers, 'deals', 'amount', 'expectedClose', 'name', 'externalId');

const isProducts = (headers: readonly string[]): boolean =>
  either(headers, 'products', 'productName', 'sku') &&
  either(headers, 'products', 'unitPrice', 'barcode', 'packSize') &&
  !either(headers, 'customers', 'email', 'phone', 'street');

const isActivities = (headers: readonly string[]): boolean =>
  has(headers, 'activities', 'startAt', 'type') &&
  either(headers, 'activities', 'text', 'outcome') &&
  !has(headers, 'products', 'unitPrice');

const isTasks = (headers: readonly string[]): boolean =>
  has(headers, 'tasks', 'title', 'dueAt') || has(headers, 'tasks', 'title', 'status');

/** A person and a firm in one row; a firm that names its person in passing is still a customer. */
const isContacts = (headers: readonly string[]): boolean => {
  const isNumbered = has(headers, 'customers', 'externalId');
  const isPerson = either(headers, 'contacts', 'firstName', 'lastName', 'title') || !isNumbered;
  const named = either(headers, 'contacts', 'name', 'firstName', 'lastName');
  const own = headers.some((header) =>
    /^(contact|person)id$|^联系人编号$/u.test(foldHeader(header)),
  );
  const firm = either(headers, 'contacts', 'customerId', 'customerName');
  const reached = either(headers, 'contacts', 'phone', 'email', 'title', 'role');
  const isFirm = either(headers, 'customers', 'street', 'postcode', 'industry') && !own;
  return named && firm && reached && isPerson && !isFirm;
};

/** What the rows of a file with these headers are. */
export const guessFileKind = (headers: readonly string[]): FileKind => {
  if (isDeals(headers)) return 'deals';
  if (isOrders(headers)) return 'orders';
  if (isActivities(headers)) return 'activities';
  if (isTasks(headers)) return 'tasks';
  if (isProducts(headers)) return 'products';
  return isContacts(headers) ? 'contacts' : 'customers';
};
