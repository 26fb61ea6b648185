import { ExternalLink } from 'lucide-react';
import { accept, type Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { findLikelyDuplicates, type LikelyDuplicate } from '#db/find-likely-duplicates.ts';
import { Button } from '#ui/controls/button.tsx';
import { Notice } from '#ui/feedback/notice.tsx';
import { useAsked } from '#ui/live/use-asked.ts';
import { useWords } from '#ui/words/words-context.tsx';
import type { Draft } from './customer-draft.ts';
import styles from './customer-form.module.css';
import { findByName } from './customer-pick.tsx';

/** Found by a search for the name, then compared: a slip of the finger has no key of its own. */
const mostNear = 20;

const find = async (
  db: Database,
  draft: Draft,
  id: string | undefined,
  signal: AbortSignal,
): Promise<Result<readonly LikelyDuplicate[]>> => {
  const { name, altName, phones, emails, city } = draft;
  const near = await findByName(name.length < 2 ? '' : name, signal, mostNear);
  const typed = { id, name, altName, phones, emails, address: { city } };
  const ids = near.ok ? near.value.map((row) => row.id) : [];
  return accept(await findLikelyDuplicates(db, typed, ids));
};

/** Customers that may be the one being typed: who, why, and a way there. Silent when there is none. */
export function LikelyDuplicates({
  db,
  draft,
  id,
  onOpen,
}: {
  readonly db: Database;
  readonly draft: Draft;
  readonly id: string | undefined;
  readonly onOpen: (id: string) => void;
}) {
  const { words, format } = useWords();
  const { customerForm, duplicates, ui } = words;
  const { name, altName, phones, emails, city } = draft;
  const { answer = [] } = useAsked(
    (signal) => find(db, draft, id, signal),
    JSON.stringify([name, altName, phones, emails, city]),
  );
  return (
    <div role="status" data-duplicates={answer.length}>
      {answer.length > 0 && (
        <Notice>
          <strong>{customerForm.perhapsKnown}</strong>
          <ul className={styles.duplicates}>
            {answer.map(({ customer, contact, reasons }) => (
              <li key={customer.id}>
                <span>
                  <strong>{customer.name ?? ui.customerNumber((customer.ord ?? 0) + 1)}</strong>
                  {customer.address?.city === undefined ? '' : `, ${customer.address.city}`}
                  {contact === undefined ? '' : ` (${contact.name})`}
                  {': '}
                  {format.list(reasons.map((reason) => duplicates.reasons[reason]))}
                </span>
                <Button icon={ExternalLink} onPress={() => onOpen(customer.id)}>
                  {customerForm.open}
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
