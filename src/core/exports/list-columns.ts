import type { Activity } from '#core/customers/activity.ts';
import type { Contact } from '#core/customers/contact.ts';
import type { Customer } from '#core/customers/customer.ts';
import type { Task } from '#core/customers/task.ts';
import type { Deal } from '#core/sales/deal.ts';
import { minorDigits } from '#core/sales/line-total.ts';
import type { Order, OrderLine } from '#core/sales/order.ts';
import type { Product } from '#core/sales/product.ts';

/** A cell of an exported list. An instant is marked, so that it is written as a date and time. */
export type ListCell = string | number | boolean | null | { readonly at: number };

/** Who and what an id stands for, in words. */
export type Names = {
  readonly customer: (id: string | undefined) => string | null;
  readonly product: (id: string) => Pick<Product, 'sku' | 'name'> | undefined;
};

type Column<R> = readonly [name: ColumnName, read: (record: R, names: Names) => ListCell];

/** Every column an exported list may have; i18n words each. */
export type ColumnName =
  | 'id'
  | 'name'
  | 'altName'
  | 'kind'
  | 'lifecycle'
  | 'class'
  | 'visitIntervalDays'
  | 'industry'
  | 'phones'
  | 'emails'
  | 'street'
  | 'city'
  | 'region'
  | 'postcode'
  | 'country'
  | 'latitude'
  | 'longitude'
  | 'tags'
  | 'doNotContact'
  | 'customer'
  | 'title'
  | 'role'
  | 'language'
  | 'type'
  | 'startAt'
  | 'outcome'
  | 'text'
  | 'nextStep'
  | 'taskTitle'
  | 'dueAt'
  | 'status'
  | 'recurrence'
  | 'dealName'
  | 'amount'
  | 'currency'
  | 'stage'
  | 'sourceStage'
  | 'expectedClose'
  | 'lostReason'
  | 'products'
  | 'number'
  | 'orderKind'
  | 'date'
  | 'sku'
  | 'productName'
  | 'quantity'
  | 'unitPrice'
  | 'discount'
  | 'tax'
  | 'lineTotal'
  | 'barcode'
  | 'category'
  | 'unit'
  | 'packSize'
  | 'price';

const orNull = <T>(value: T | undefined): T | null => value ?? null;
const joined = (texts: readonly string[]) => (texts.length === 0 ? null : texts.join('; '));
const instant = (at: number | undefined) => (at === undefined ? null : { at });
const major = (minor: number, currency: string) => minor / 10 ** minorDigits(currency);

const customers: readonly Column<Customer>[] = [
  ['id', ({ externalId }) => orNull(externalId)],
  ['name', ({ name }) => orNull(name)],
  ['altName', ({ altName }) => orNull(altName)],
  ['kind', ({ kind }) => kind],
  ['lifecycle', ({ lifecycle }) => lifecycle],
  ['class', (customer) => orNull(customer.class)],
  ['visitIntervalDays', ({ visitIntervalDays }) => orNull(visitIntervalDays)],
  ['industry', ({ industry }) => orNull(industry)],
  ['phones', ({ phones }) => joined(phones)],
  ['emails', ({ emails }) => joined(emails)],
  ['street', ({ address }) => orNull(address?.street)],
  ['city', ({ address }) => orNull(address?.city)],
  ['region', ({ address }) => orNull(address?.region)],
  ['postcode', ({ address }) => orNull(address?.postcode)],
  ['country', ({ address }) => orNull(address?.country)],
  ['latitude', ({ position }) => orNull(position?.latitude)],
  ['longitude', ({ position }) => orNull(position?.longitude)],
  ['tags', ({ tags }) => joined(tags)],
  ['doNotContact', ({ doNotContact }) => doNotContact],
];

const contacts: readonly Column<Contact>[] = [
  ['id', ({ externalId }) => orNull(externalId)],
  ['customer', ({ customerId }, names) => names.customer(customerId)],
  ['name', ({ name }) => name],
  ['title', ({ title }) => orNull(title)],
  ['role', ({ role }) => orNull(role)],
  ['phones', ({ phones }) => joined(phones)],
  ['emails', ({ emails }) => joined(emails)],
  ['language', ({ language }) => orNull(language)],
];

const activities: readonly Column<Activity>[] = [
  ['customer', ({ customerId }, names) => names.customer(customerId)],
  ['type', ({ type }) => type],
  ['startAt', ({ startAt }) => instant(startAt)],
  ['outcome', ({ outcome }) => outcome],
  ['text', ({ text }) => text],
  ['nextStep', ({ nextStep }) => orNull(nextStep)],
];

const tasks: readonly Column<Task>[] = [
  ['customer', ({ customerId }, names) => names.customer(customerId)],
  ['taskTitle', ({ title }) => title],
  ['type', ({ type }) => type],
  ['dueAt', ({ dueAt }) => instant(dueAt)],
  ['status', ({ status }) => status],
  ['recurrence', ({ recurrence }) => orNull(recurrence)],
];

const deals: readonly Column<Deal>[] = [
  ['id', ({ externalId }) => orNull(externalId)],
  ['dealName', ({ name }) => name],
  ['customer', ({ customerId }, names) => names.customer(customerId)],
  ['amount', ({ amount }) => (amount ? major(amount.amountMinor, amount.currency) : null)],
  ['currency', ({ amount }) => orNull(amount?.currency)],
  ['stage', ({ stage }) => stage],
  ['sourceStage', ({ sourceStage }) => orNull(sourceStage)],
  ['expectedClose', ({ expectedClose }) => orNull(expectedClose)],
  ['lostReason', ({ lostReason }) => orNull(lostReason)],
  [
    'products',
    ({ productIds }, names) => joined(productIds.map((id) => names.product(id)?.name ?? id)),
  ],
];

/** An order is written line by line; one without lines is a row of its own. */
export type OrderRow = { readonly order: Order; readonly line: OrderLine | undefined };

const orders: readonly Column<OrderRow>[] = [
  ['number', ({ order }) => order.number],
  ['orderKind', ({ order }) => order.kind],
  ['date', ({ order }) => order.date],
  ['status', ({ order }) => order.status],
  ['customer', ({ order }, names) => names.customer(order.customerId)],
  ['sku', ({ line }, names) => (line ? (names.product(line.productId)?.sku ?? null) : null)],
  [
    'productName',
    ({ line }, names) => (line ? (names.product(line.productId)?.name ?? null) : null),
  ],
  ['quantity', ({ line }) => orNull(line?.quantity)],
  ['unitPrice', ({ line }) => orNull(line?.unitPrice)],
  ['discount', ({ line }) => orNull(line?.discount)],
  ['tax', ({ line }) => orNull(line?.tax)],
  ['lineTotal', ({ order, line }) => major(line?.totalMinor ?? order.totalMinor, order.currency)],
  ['currency', ({ order }) => order.currency],
];

const products: readonly Column<Product>[] = [
  ['sku', ({ sku }) => sku],
  ['barcode', ({ barcode }) => orNull(barcode)],
  ['productName', ({ name }) => name],
  ['altName', ({ altName }) => orNull(altName)],
  ['category', ({ category }) => orNull(category)],
  ['unit', ({ unit }) => orNull(unit)],
  ['packSize', ({ packSize }) => orNull(packSize)],
  ['price', ({ price }) => orNull(price)],
  ['currency', ({ currency }) => orNull(currency)],
];

/** The columns of each list in the order they are written; custom fields follow them. */
export const listColumns = { customers, contacts, activities, tasks, deals, orders, products };
