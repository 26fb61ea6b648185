import { ArrowLeft, Pencil, Trash2 } from 'lucide-react';
import { lazy, memo, Suspense, useDeferredValue, useState } from 'react';
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
import { goOnFromHere } from '#ui/navigation/go-on-from-here.ts';
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

export type DetailProps = {
  readonly db: Database;
  readonly id: string;
  /** What the list knows of the customer: enough for a heading. */
  readonly row: DirectoryRow | undefined;
  readonly scoring: Scoring | undefined;
};

/**
 * All about one customer, read from the database and kept up to date. The heading stands at once, the
 * cards follow when it is on the screen.
 */
export function CustomerDetail(props: DetailProps) {
  const { db, id } = props;
  const { words } = useWords();
  // null stands for "looked and not found"; undefined is "not read yet".
  const customer = useWatch(
    () => watch(async () => (await findRecord(db, 'customers', id)) ?? null),
    [db, id],
  );
  if (customer === null || customer?.deletedAt !== undefined)
    return (
      <EmptyState
        title={words.customers.gone}
        actions={<ButtonLink href={hrefOf.customers}>{words.customers.backToList}</ButtonLink>}
      />
    );
  if (customer === undefined && props.row === undefined) return <Loading />;
  return <Known {...props} customer={customer} />;
}

function Known({
  db,
  id,
  row: listed,
  customer,
  scoring,
}: DetailProps & { readonly customer: Customer | undefined }) {
  const { words } = useWords();
  const row = useDirectoryRow(customer?.ord, scoring?.seq);
  const shown = useDeferredValue(customer ?? null, null);
  const [isEditing, setEditing] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const remove = async () => {
    const goOn = goOnFromHere();
    const removed = await deleteCustomers(db, [id], Date.now());
    if (removed.ok) goOn(hrefOf.customers);
    else setRefusal(removed.refusal);
  };
  const name = customer === undefined ? listed?.name : customer.name;
  const ord = customer?.ord ?? listed?.ord ?? 0;
  return (
    <Page
      title={name || words.ui.customerNumber(ord + 1)}
      lead={<Chips customer={customer} row={row ?? listed} scoring={scoring} />}
      actions={
        <HeadActions
          isReady={customer !== undefined}
          onEdit={() => setEditing(true)}
          onRemove={() => void remove()}
        />
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      {shown === null ? (
        <Loading />
      ) : (
        <>
          {shown.walkIn !== true && <CustomerActions customer={shown} />}
          <Cards db={db} customer={shown} row={row} scoring={scoring} />
        </>
      )}
      <Suspense>
        {isEditing && customer !== undefined && (
          <EditCustomer db={db} customer={customer} onClose={() => setEditing(false)} />
        )}
      </Suspense>
    </Page>
  );
}

function HeadActions({
  isReady,
  onEdit,
  onRemove,
}: {
  readonly isReady: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}) {
  const { words } = useWords();
  const { customers } = words;
  return (
    <>
      <span className={styles.back}>
        <ButtonLink look="quiet" icon={ArrowLeft} href={hrefOf.customers}>
          {customers.backToList}
        </ButtonLink>
      </span>
      <Button icon={Pencil} isDisabled={!isReady} onPress={onEdit}>
        {customers.edit}
      </Button>
      <Button icon={Trash2} isDisabled={!isReady} onPress={onRemove}>
        {customers.remove}
      </Button>
    </>
  );
}

function Chips({
  customer,
  row,
  scoring,
}: {
  readonly customer: Customer | undefined;
  readonly row: DirectoryRow | undefined;
  readonly scoring: Scoring | undefined;
}) {
  const { words, language } = useWords();
  const known = customer ?? row;
  if (known === undefined) return null;
  const of = scoring?.segments[row?.segment ?? -1];
  return (
    <span className={styles.title}>
      <Chip>{words.ui.lifecycles[known.lifecycle]}</Chip>
      {known.class && <Chip>{`${words.customers.class} ${known.class}`}</Chip>}
      {of !== undefined && <Chip tone="accent">{of.customName ?? of.name[language]}</Chip>}
      {known.doNotContact && <Chip tone="bad">{words.customers.doNotContact}</Chip>}
      {customer?.walkIn === true && <Chip>{words.customers.walkIn}</Chip>}
    </span>
  );
}

/** In the order of their worth before a visit; each card reads only its own rows of this customer. */
const Cards = memo(function Cards({
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
            db={db}
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
});
