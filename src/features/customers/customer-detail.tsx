import { ArrowLeft, Pencil, Trash2 } from 'lucide-react';
import { lazy, memo, Suspense, useDeferredValue, useMemo, useState } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import type { Customer } from '#core/customers/customer.ts';
import type { FieldDefinition } from '#core/customers/field-definition.ts';
import type { Refusal } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { fieldsInUse } from '#db/list-field-definitions.ts';
import { deleteCustomers } from '#db/trash.ts';
import { type CustomerPage, watchCustomerPage } from '#db/watch-customer-page.ts';
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
import cards from './customer-page.module.css';
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
  /** The own fields of customers, those in the trash too. */
  readonly definitions: readonly FieldDefinition[];
};

/**
 * All about one customer, read from the database at once and kept up to date. The heading stands first,
 * all cards follow together with what is on them.
 */
export function CustomerDetail(props: DetailProps) {
  const { db, id } = props;
  const { words } = useWords();
  const read = useWatch(() => watchCustomerPage(db, id), [db, id]);
  if (read === null || read?.customer.deletedAt !== undefined)
    return (
      <EmptyState
        title={words.customers.gone}
        actions={<ButtonLink href={hrefOf.customers}>{words.customers.backToList}</ButtonLink>}
      />
    );
  if (read === undefined && props.row === undefined) return <Loading />;
  return <Known {...props} read={read} />;
}

function Known({
  db,
  id,
  row: listed,
  read,
  scoring,
  definitions,
}: DetailProps & { readonly read: CustomerPage | undefined }) {
  const { words } = useWords();
  const customer = read?.customer;
  const row = useDirectoryRow(customer?.ord, scoring?.seq) ?? listed;
  const shown = useDeferredValue(read ?? null, null);
  const fields = useMemo(() => fieldsInUse(definitions), [definitions]);
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
      lead={<Chips customer={customer} row={row} scoring={scoring} />}
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
          {shown.customer.walkIn !== true && <CustomerActions customer={shown.customer} />}
          <Cards db={db} page={shown} row={row} scoring={scoring} fields={fields} />
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
  const segment = of && (of.customName ?? of.name[language]);
  return (
    <span className={styles.title}>
      <Chip>{words.ui.lifecycles[known.lifecycle]}</Chip>
      {known.class && <Chip>{`${words.customers.class} ${known.class}`}</Chip>}
      {segment !== undefined && (
        <Chip tone="accent">
          {row?.isProvisional === true ? words.customers.provisional(segment) : segment}
        </Chip>
      )}
      {known.doNotContact && <Chip tone="bad">{words.customers.doNotContact}</Chip>}
      {customer?.walkIn === true && <Chip>{words.customers.walkIn}</Chip>}
    </span>
  );
}

/** In the order of their worth before a visit; each is drawn again only when its own part changed. */
const Cards = memo(function Cards({
  db,
  page,
  row,
  scoring,
  fields,
}: {
  readonly db: Database;
  readonly page: CustomerPage;
  readonly row: DirectoryRow | undefined;
  readonly scoring: Scoring | undefined;
  readonly fields: readonly FieldDefinition[];
}) {
  const { customer, activities, orders, orderCount, doneTasks: tasks, deals, settings } = page;
  const { id } = customer;
  const newest = useMemo(
    () => ({ activities, orders, deals, tasks }),
    [activities, orders, deals, tasks],
  );
  return (
    <div className={cards.body}>
      <div className={cards.columns}>
        <Stack>
          <CustomerFacts
            orders={orders}
            newest={activities[0]}
            currency={settings.currency}
            row={row}
          />
          <CustomerTasks db={db} customerId={id} open={page.openTasks} />
          <CustomerContacts
            db={db}
            customerId={id}
            contacts={page.contacts}
            isReachable={!customer.doNotContact}
          />
          <CustomerDeals deals={deals} />
          <CustomerScore
            db={db}
            customer={customer}
            probability={row?.probability ?? null}
            scoring={scoring}
          />
        </Stack>
        <Stack>
          <CustomerTimeline db={db} customerId={id} newest={newest} />
          <CustomerOrders newest={orders} total={orderCount} />
          <CustomerFields customer={customer} definitions={fields} />
          <CustomerAttachments db={db} customerId={id} isEmpty={!page.hasAttachments} />
          <CustomerConsents db={db} customer={customer} consents={page.consents} />
          <CustomerFamily db={db} customer={customer} seq={scoring?.seq} />
          <CustomerHistory db={db} customer={customer} />
        </Stack>
      </div>
    </div>
  );
});
