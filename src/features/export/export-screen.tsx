import { useSearchParams } from 'wouter';
import { Columns, Page } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { AddressBookCard } from './address-book-card.tsx';
import { EverythingCard } from './everything-card.tsx';
import { ListCard } from './list-card.tsx';
import { RestoreCard } from './restore-card.tsx';

/** Everything a person can take out of Rapport, and the way back in. */
export function ExportScreen() {
  const { words } = useWords();
  const { exports } = words;
  const [, setParams] = useSearchParams();
  return (
    <Page title={exports.title} lead={exports.lead}>
      <Columns>
        <ListCard ords={undefined} onAll={() => setParams({}, { replace: true })} />
        <AddressBookCard />
        <EverythingCard />
        <RestoreCard />
      </Columns>
    </Page>
  );
}
