import { CalendarCheck, Handshake, Mail, MapPin, Phone, ReceiptText } from 'lucide-react';
import type { Customer } from '#core/customers/customer.ts';
import { ButtonLink } from '#ui/controls/button.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { hrefOfMap } from '#ui/navigation/href-of-map.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './customer-page.module.css';

/** A number as a phone dials it. */
export const dial = (phone: string): string => `tel:${phone.replace(/[^\d+]/gu, '')}`;
export const write = (email: string): string => `mailto:${encodeURIComponent(email)}`;

/** What one does before and after a visit, one tap each; no call to those who do not want one. */
export function CustomerActions({ customer }: { readonly customer: Customer }) {
  const { words } = useWords();
  const { customerPage, customers } = words;
  const { id, doNotContact } = customer;
  const [phone] = doNotContact ? [] : customer.phones;
  const [email] = doNotContact ? [] : customer.emails;
  const map = hrefOfMap(customer, navigator.userAgent);
  return (
    <nav aria-label={customerPage.reach} className={styles.actions}>
      <ButtonLink look="primary" icon={CalendarCheck} href={hrefOf.log(id)}>
        {customerPage.log}
      </ButtonLink>
      {phone !== undefined && (
        <ButtonLink icon={Phone} href={dial(phone)}>
          {phone}
        </ButtonLink>
      )}
      {email !== undefined && (
        <ButtonLink icon={Mail} href={write(email)}>
          {customers.email}
        </ButtonLink>
      )}
      {map !== undefined && (
        <ButtonLink icon={MapPin} href={map} isOutside>
          {customerPage.navigate}
        </ButtonLink>
      )}
      <ButtonLink icon={ReceiptText} href={hrefOf.newOrder(id)}>
        {customerPage.newOrder}
      </ButtonLink>
      <ButtonLink icon={Handshake} href={hrefOf.newDeal(id)}>
        {customerPage.newDeal}
      </ButtonLink>
      {map !== undefined && <span className={styles.small}>{customerPage.leaves}</span>}
    </nav>
  );
}
