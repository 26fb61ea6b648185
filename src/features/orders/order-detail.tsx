import type { Customer } from '#core/customers/customer.ts';
import type { FieldDefinition } from '#core/customers/field-definition.ts';
import type { Order } from '#core/sales/order.ts';
import type { Product } from '#core/sales/product.ts';
import { initialSettings, type Settings, settingsId } from '#core/settings.ts';
import type { Database } from '#db/database.ts';
import { findRecord, findRecords, listRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { ButtonLink } from '#ui/controls/button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { Notice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { PaperView } from '#ui/paper/paper-view.tsx';
import { Card, Facts } from '#ui/surfaces/card.tsx';
import { Chip } from '#ui/surfaces/chip.tsx';
import { Page } from '#ui/surfaces/page.tsx';
import { sayCustom } from '#ui/words/say-custom.ts';
import { useWords } from '#ui/words/words-context.tsx';
import { OrderActions } from './order-actions.tsx';
import { OrderLines } from './order-lines.tsx';
import styles from './orders.module.css';
import { sayCustomer } from './say-customer.ts';
import { writePaper } from './write-paper.ts';

/** An order with everything its page and its paper need. */
export type ReadOrder = {
  readonly order: Order;
  readonly customer: Customer | undefined;
  readonly settings: Settings;
  readonly productOf: (id: string) => Product | undefined;
  /** The quote or order it was made from. */
  readonly from: Order | undefined;
  readonly definitions: readonly FieldDefinition[];
};

const readOrder = async (db: Database, id: string): Promise<ReadOrder | null> => {
  const order = await findRecord(db, 'orders', id);
  if (order === undefined || order.deletedAt !== undefined) return null;
  const [customer, settings, products, from, definitions] = await Promise.all([
    findRecord(db, 'customers', order.customerId),
    findRecord(db, 'settings', settingsId),
    findRecords(db, 'products', [...new Set(order.lines.map(({ productId }) => productId))]),
    order.fromId === undefined ? undefined : findRecord(db, 'orders', order.fromId),
    listRecords(db, 'fieldDefinitions', { index: 'entity', equals: 'orders' }),
  ]);
  const known = new Map(products.map((product) => [product.id, product]));
  return {
    order,
    customer,
    settings: settings ?? initialSettings,
    productOf: (productId) => known.get(productId),
    from: from?.deletedAt === undefined ? from : undefined,
    definitions,
  };
};

/** One order: what was sold to whom, what it comes to, and what can be made of it. */
export function OrderDetail({ db, id }: { readonly db: Database; readonly id: string }) {
  const { words } = useWords();
  const read = useWatch(() => watch(() => readOrder(db, id)), [db, id]);
  if (read === undefined) return <Loading />;
  if (read === null)
    return (
      <EmptyState
        title={words.orders.gone}
        actions={<ButtonLink href={hrefOf.orders}>{words.orders.backToList}</ButtonLink>}
      />
    );
  return <Known db={db} read={read} />;
}

function Known({ db, read }: { readonly db: Database; readonly read: ReadOrder }) {
  const { words, format } = useWords();
  const { orders } = words;
  const { order, customer, from, definitions } = read;
  const paper = writePaper(read, words, format);
  const own = definitions.filter(({ key }) => key in order.custom);
  return (
    <Page
      title={orders.named(orders.kinds[order.kind], order.number)}
      lead={
        <span className={styles.lead}>
          <span>
            <a href={hrefOf.customer(order.customerId)}>{sayCustomer(customer, words)}</a>
          </span>
          <span>{format.day(order.date)}</span>
          <Chip>{orders.statuses[order.status]}</Chip>
          {from !== undefined && (
            <span>
              {orders.madeFrom}{' '}
              <a href={hrefOf.order(from.id)}>
                {orders.named(orders.kinds[from.kind], from.number)}
              </a>
            </span>
          )}
        </span>
      }
    >
      <OrderActions db={db} order={order} paper={paper} />
      <OrderLines read={read} />
      {order.discountReason !== undefined && (
        <Card title={orders.reason}>
          <p>{order.discountReason}</p>
        </Card>
      )}
      {order.note !== undefined && (
        <Notice>
          <span className={styles.note}>{order.note}</span>
        </Notice>
      )}
      {own.length > 0 && (
        <Card title={orders.fields}>
          <Facts
            facts={own.map((field) => ({
              name: field.label,
              value: sayCustom(order.custom[field.key], field, words, format),
            }))}
          />
        </Card>
      )}
      <PaperView paper={paper} />
    </Page>
  );
}
