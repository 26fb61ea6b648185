import type { Database } from '#db/database.ts';
import { dropLogDraft } from '#db/log-drafts.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { Notice } from '#ui/feedback/notice.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import type { Day } from './read-day.ts';

/** Offers what was being written when the app was shut or killed. */
export function DraftNotices({ db, day }: { readonly db: Database; readonly day: Day }) {
  const { words } = useWords();
  const { activities, ui } = words;
  return day.drafts.map(({ customerId, text }) => {
    const customer = day.customers.get(customerId);
    const name = customer?.name ?? ui.customerNumber((customer?.ord ?? 0) + 1);
    return (
      <Notice
        key={customerId}
        actions={
          <>
            <ButtonLink look="primary" href={`${hrefOf.logFromToday(customerId)}&resume=1`}>
              {activities.resume}
            </ButtonLink>
            <Button onPress={() => void dropLogDraft(db, customerId)}>{activities.discard}</Button>
          </>
        }
      >
        <strong>{activities.wereWriting(name)}</strong>
        {text !== '' && <span>{activities.quote(text)}</span>}
      </Notice>
    );
  });
}
