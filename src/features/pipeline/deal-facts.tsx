import type { ReactNode } from 'react';
import type { Customer } from '#core/customers/customer.ts';
import type { Deal } from '#core/sales/deal.ts';
import type { Database } from '#db/database.ts';
import { findRecord, findRecords, listRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { useWatch } from '#ui/live/use-watch.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Card, Facts } from '#ui/surfaces/card.tsx';
import { sayCustom } from '#ui/words/say-custom.ts';
import { useWords } from '#ui/words/words-context.tsx';

const readAround = async (db: Database, { customerId, productIds }: Deal) => ({
  customer: customerId === undefined ? undefined : await findRecord(db, 'customers', customerId),
  products: await findRecords(db, 'products', productIds),
  definitions: await listRecords(db, 'fieldDefinitions', { index: 'entity', equals: 'deals' }),
});

function CustomerLink({ customer: { id, name } }: { readonly customer: Customer }) {
  return <a href={hrefOf.customer(id)}>{name}</a>;
}

/** What a deal says: with whom, how much, until when, about what, and its own fields. */
export function DealFacts({ db, deal }: { readonly db: Database; readonly deal: Deal }) {
  const { words, format } = useWords();
  const { pipeline } = words;
  const around = useWatch(() => watch(() => readAround(db, deal)), [db, deal]);
  const { customer, products = [], definitions = [] } = around ?? {};
  const { amount, expectedClose } = deal;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      pipeline.customer,
      customer === undefined ? pipeline.noCustomer : <CustomerLink key="c" customer={customer} />,
    ],
    [
      pipeline.amount,
      amount === undefined ? pipeline.noAmount : format.money(amount.amountMinor, amount.currency),
    ],
    [pipeline.expectedClose, expectedClose === undefined ? undefined : format.day(expectedClose)],
    [pipeline.lostReason, deal.lostReason],
    [pipeline.sourceStage, deal.sourceStage],
    [pipeline.products, format.list(products.map(({ name }) => name))],
    ...definitions
      .filter(({ key }) => key in deal.custom)
      .map(
        (field) => [field.label, sayCustom(deal.custom[field.key], field, words, format)] as const,
      ),
  ];
  return (
    <Card title={pipeline.facts}>
      <Facts facts={facts.flatMap(([name, value]) => (value ? { name, value } : []))} />
    </Card>
  );
}
