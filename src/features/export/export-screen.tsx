import { useSearchParams } from 'wouter';
import type { Database } from '#db/database.ts';
import { Columns, Page } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { AddressBookCard } from './address-book-card.tsx';
import { EverythingCard } from './everything-card.tsx';
import { ListCard } from './list-card.tsx';
import { RestoreCard } from './restore-card.tsx';
import { useNarrowed } from './use-narrowed.ts';

/** Everything a person can take out of Rapport, and the way back in. */
export function ExportScreen({ db }: { readonly db: Database }) {
  const { words } = useWords();
  const { exports } = words;
  const [, setParams] = useSearchParams();
  const ords = useNarrowed(db);
  return (
    <Page title={exports.title} lead={exports.lead}>
      <Columns>
        <ListCard ords={ords} onAll={() => setParams({}, { replace: true })} />
        <AddressBookCard />
        <EverythingCard />
        <RestoreCard />
      </Columns>
    </Page>
  );
}
