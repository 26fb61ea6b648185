import { ArrowLeft, Pencil, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import type { Customer } from '#core/customers/customer.ts';
import type { Refusal } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { findRecord } from '#db/sealed-table.ts';
import { deleteCustomers } from '#db/trash.ts';
import { watch } from '#db/watch.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Chip } from '#ui/surfaces/chip.tsx';
import { Page, Stack } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { CustomerActions } from './customer-actions.tsx';
import { CustomerAttachments } from './customer-attachments.tsx';
import { CustomerConsents } from './customer-consents.tsx';
import { CustomerContacts } from './customer-contacts.tsx';
import { CustomerDeals } from './customer-deals.tsx';
import { CustomerFacts } from './customer-facts.tsx';
import { CustomerFamily } from './customer-family.tsx';
import { CustomerFields } from './customer-fields.tsx';
import { CustomerHistory } from './customer-history.tsx';
import { CustomerOrders } from './customer-orders.tsx';
import page from './customer-page.module.css';
import { CustomerScore } from './customer-score.tsx';
import { CustomerTasks } from './customer-tasks.tsx';
import { CustomerTimeline } from './customer-timeline.tsx';
import styles from './customers.module.css';
import { useDirectoryRow } from './use-directory-row.ts';
import type { Scoring } from './use-scoring.ts';

const EditCustomer = lazy(async () => ({
  default: (await import('./edit-customer.tsx')).EditCustomer,
}));

/** All about one customer, read from the database and kept up to date. */
export function CustomerDetail({
  db,
  id,
  scoring,
}: {
  readonly db: Database;
  readonly id: string;
  readonly scoring: Scoring | undefined;
}) {
  const { words } = useWords();
  // null stands for "looked and not found"; undefined is "not read yet".
  const customer = useWatch(
    () => watch(async () => (await findRecord(db, 'customers', id)) ?? null),
    [db, id],
  );
  if (customer === undefined) return <Loading />;
  if (customer === null || customer.deletedAt !== undefined)
    return (
      <EmptyState
        title={words.customers.gone}
        actions={<ButtonLink href={hrefOf.customers}>{words.customers.backToList}</ButtonLink>}
      />
    );
  return <Known db={db} customer={customer} scoring={scoring} />;
}

function Known({
  db,
  customer,
  scoring,
}: {
  readonly db: Database;
  readonly customer: Customer;
  readonly scoring: Scoring | undefined;
}) {
  const { words } = useWords();
  const row = useDirectoryRow(customer.ord, scoring?.seq);
  const [isEditing, setEditing] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const { customers, ui } = words;
  const remove = async () => {
    const removed = await deleteCustomers(db, [customer.id], Date.now());
    if (removed.ok) location.hash = hrefOf.customers;
    else setRefusal(removed.refusal);
  };
  return (
    <Page
      title={customer.name ?? ui.customerNumber((customer.ord ?? 0) + 1)}
      lead={<Chips customer={customer} segment={row?.segment ?? null} scoring={scoring} />}
      actions={
        <>
          <span className={styles.back}>
            <ButtonLink look="quiet" icon={ArrowLeft} href={hrefOf.customers}>
              {customers.backToList}
            </ButtonLink>
          </span>
          <Button icon={Pencil} onPress={() => setEditing(true)}>
            {customers.edit}
          </Button>
          <Button icon={Trash2} onPress={() => void remove()}>
            {customers.remove}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      {customer.walkIn !== true && <CustomerActions customer={customer} />}
      <Cards db={db} customer={customer} row={row} scoring={scoring} />
      <Suspense>
        {isEditing && (
          <EditCustomer db={db} customer={customer} onClose={() => setEditing(false)} />
        )}
      </Suspense>
    </Page>
  );
}

function Chips({
  customer,
  segment,
  scoring,
}: {
  readonly customer: Customer;
  readonly segment: number | null;
  readonly scoring: Scoring | undefined;
}) {
  const { words, language } = useWords();
  const of = scoring?.segments[segment ?? -1];
  return (
    <span className={styles.title}>
      <Chip>{words.ui.lifecycles[customer.lifecycle]}</Chip>
      {customer.class !== undefined && <Chip>{`${words.customers.class} ${customer.class}`}</Chip>}
      {of !== undefined && <Chip tone="accent">{of.customName ?? of.name[language]}</Chip>}
      {customer.doNotContact && <Chip tone="bad">{words.customers.doNotContact}</Chip>}
      {customer.walkIn === true && <Chip>{words.customers.walkIn}</Chip>}
    </span>
  );
}

/** In the order of their worth before a visit; each card reads only its own rows of this customer. */
function Cards({
  db,
  customer,
  row,
  scoring,
}: {
  readonly db: Database;
  readonly customer: Customer;
  readonly row: DirectoryRow | undefined;
  readonly scoring: Scoring | undefined;
}) {
  const { id } = customer;
  return (
    <div className={page.body}>
      <div className={page.columns}>
        <Stack>
          <CustomerFacts db={db} customer={customer} row={row} />
          <CustomerTasks db={db} customerId={id} />
          <CustomerContacts db={db} customerId={id} isReachable={!customer.doNotContact} />
          <CustomerDeals db={db} customerId={id} />
          <CustomerScore
            customer={customer}
            probability={row?.probability ?? null}
            scoring={scoring}
          />
        </Stack>
        <Stack>
          <CustomerTimeline db={db} customerId={id} />
          <CustomerOrders db={db} customerId={id} />
          <CustomerFields db={db} customer={customer} />
          <CustomerAttachments db={db} customerId={id} />
          <CustomerConsents db={db} customer={customer} />
          <CustomerFamily db={db} customer={customer} seq={scoring?.seq} />
          <CustomerHistory db={db} customer={customer} />
        </Stack>
      </div>
    </div>
  );
}
