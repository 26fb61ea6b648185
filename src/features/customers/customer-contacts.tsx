import { Mail, Pencil, Phone, Trash2, UserPlus } from 'lucide-react';
import { memo, useState } from 'react';
import type { Contact } from '#core/customers/contact.ts';
import type { Database } from '#db/database.ts';
import { Button, IconButton } from '#ui/controls/button.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { dial, write } from './customer-actions.tsx';
import styles from './customer-page.module.css';
import { EditContact } from './edit-contact.tsx';
import { useSave } from './use-save.ts';

const oldestFirst = (contacts: readonly Contact[]) =>
  [...contacts].sort((a, b) => a.createdAt - b.createdAt || (a.name < b.name ? -1 : 1));

/** The people at a customer, each a tap away; no call where the customer does not want one. */
export const CustomerContacts = memo(function CustomerContacts({
  db,
  customerId,
  contacts,
  isReachable,
}: {
  readonly db: Database;
  readonly customerId: string;
  readonly contacts: readonly Contact[];
  readonly isReachable: boolean;
}) {
  const { words } = useWords();
  const { customerPage } = words;
  // 'new' adds one.
  const [edited, setEdited] = useState<Contact | 'new'>();
  const { refusal, save } = useSave(db);
  const remove = (contact: Contact) => {
    const now = Date.now();
    const record = { ...contact, deletedAt: now };
    void save('contact-deleted', [{ table: 'contacts', record }], now);
  };
  return (
    <Card
      title={customerPage.contacts}
      actions={
        <Button icon={UserPlus} onPress={() => setEdited('new')}>
          {customerPage.addContact}
        </Button>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      {contacts.length === 0 && <p className={styles.small}>{customerPage.noContacts}</p>}
      <ul className={styles.items}>
        {oldestFirst(contacts).map((contact) => (
          <ContactLine
            key={contact.id}
            contact={contact}
            isReachable={isReachable}
            onEdit={() => setEdited(contact)}
            onRemove={() => remove(contact)}
          />
        ))}
      </ul>
      {edited !== undefined && (
        <EditContact
          db={db}
          customerId={customerId}
          contact={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </Card>
  );
});

function ContactLine({
  contact,
  isReachable,
  onEdit,
  onRemove,
}: {
  readonly contact: Contact;
  readonly isReachable: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}) {
  const { words } = useWords();
  const { customerPage } = words;
  const { name, title, role, phones, emails } = contact;
  const [phone] = isReachable ? phones : [];
  const [email] = isReachable ? emails : [];
  const about = [title, role && customerPage.roles[role]].filter(Boolean).join(' · ');
  return (
    <li className={styles.contact}>
      <span className={styles.grow}>
        <strong>{name}</strong>
        {about !== '' && <span className={styles.small}>{about}</span>}
        {phones.length > 0 && <span className={styles.small}>{phones.join(', ')}</span>}
        {emails.length > 0 && <span className={styles.small}>{emails.join(', ')}</span>}
      </span>
      <span className={styles.buttons}>
        {phone !== undefined && (
          <a className={styles.iconLink} href={dial(phone)} aria-label={customerPage.call(name)}>
            <Phone size={22} aria-hidden />
          </a>
        )}
        {email !== undefined && (
          <a className={styles.iconLink} href={write(email)} aria-label={customerPage.write(name)}>
            <Mail size={22} aria-hidden />
          </a>
        )}
        <IconButton label={customerPage.edit(name)} icon={Pencil} onPress={onEdit} />
        <IconButton label={customerPage.remove(name)} icon={Trash2} onPress={onRemove} />
      </span>
    </li>
  );
}
