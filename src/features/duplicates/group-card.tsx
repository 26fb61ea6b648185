import type { ReactNode } from 'react';
import type { Customer } from '#core/customers/customer.ts';
import { ButtonLink } from '#ui/controls/button.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { nameRecord } from '#ui/records/name-record.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { Chip } from '#ui/surfaces/chip.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './duplicates.module.css';
import type { Group } from './use-duplicates.ts';

/** Where a customer is reached, on one line. */
const reach = ({ address, phones, emails }: Customer) =>
  [address?.city, phones[0], emails[0]].filter(Boolean).join(' · ');

/** Customers that are probably the same, and the way to compare each with the first. */
export function GroupCard({ group }: { readonly group: Group }) {
  const { words } = useWords();
  const own = words.duplicates;
  const [first, ...others] = group.customers;
  if (first === undefined) return null;
  const nameOf = (customer: Customer) => nameRecord(words, 'customers', customer);
  return (
    <Card
      title={own.group(nameOf(first))}
      actions={
        <span className={styles.chips}>
          {group.reasons.map((reason) => (
            <Chip key={reason} tone="accent">
              {own.reasons[reason]}
            </Chip>
          ))}
        </span>
      }
    >
      <ul className={styles.list}>
        <Member customer={first} />
        {others.map((customer) => (
          <Member key={customer.id} customer={customer}>
            <ButtonLink
              href={hrefOf.compare(first.id, customer.id)}
              look="primary"
              aria-label={own.compareNamed(nameOf(customer))}
            >
              {own.compare}
            </ButtonLink>
          </Member>
        ))}
      </ul>
    </Card>
  );
}

function Member({
  customer,
  children,
}: {
  readonly customer: Customer;
  readonly children?: ReactNode;
}) {
  const { words } = useWords();
  return (
    <li className={styles.member}>
      <a className={styles.who} href={hrefOf.customer(customer.id)}>
        {nameRecord(words, 'customers', customer)}
      </a>
      <span className={styles.reach}>{reach(customer)}</span>
      {children}
    </li>
  );
}
