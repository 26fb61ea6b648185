import { Copy } from 'lucide-react';
import { useSearchParams } from 'wouter';
import type { Database } from '#db/database.ts';
import { Button } from '#ui/controls/button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Page, Stack } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { CompareView } from './compare-view.tsx';
import { GroupCard } from './group-card.tsx';
import { MergedLately } from './merged-lately.tsx';
import { useDuplicates } from './use-duplicates.ts';

/** All pairs that look alike, or the two that the address names side by side. */
export function DuplicatesScreen({ db }: { readonly db: Database }) {
  const [query] = useSearchParams();
  const first = query.get('a');
  const second = query.get('b');
  if (first !== null && second !== null)
    return <CompareView key={`${first}|${second}`} db={db} firstId={first} secondId={second} />;
  return <AllDuplicates db={db} />;
}

function AllDuplicates({ db }: { readonly db: Database }) {
  const { words } = useWords();
  const own = words.duplicates;
  const { groups, total, refusal, again } = useDuplicates(db);
  return (
    <Page title={own.title} lead={own.lead} actions={<Button onPress={again}>{own.again}</Button>}>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      {groups === undefined && refusal === undefined && <p role="status">{own.looking}</p>}
      {groups?.length === 0 && (
        <EmptyState icon={Copy} title={own.none}>
          {own.noneHint}
        </EmptyState>
      )}
      {groups !== undefined && groups.length > 0 && (
        <Stack>
          <p role="status">{own.found(groups.length, total)}</p>
          {groups.map((group) => (
            <GroupCard key={group.customers.map(({ id }) => id).join()} group={group} />
          ))}
        </Stack>
      )}
      <MergedLately db={db} />
    </Page>
  );
}
