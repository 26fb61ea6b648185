import { Lightbulb } from 'lucide-react';
import type { Database } from '#db/database.ts';
import { watch } from '#db/watch.ts';
import { ButtonLink } from '#ui/controls/button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { Notice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { nameColumn } from '#ui/records/name-column.ts';
import { Page } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { readLists } from './read-lists.ts';
import { SuggestionCard } from './suggestion-card.tsx';

/** Insights › Suggestions: who may stop buying, who is likely to buy, and one step for each. */
export function RecommendationsScreen({ db }: { readonly db: Database }) {
  const { words } = useWords();
  const own = words.recommendations;
  const known = useWatch(() => watch(() => readLists(db)), [db]);
  if (known === undefined) return <Loading />;
  const { lists, withoutSignal, fields } = known;
  const nameOf = (field: string) => nameColumn(field, fields, words);
  return (
    <Page title={own.title} lead={own.lead}>
      {lists.length + withoutSignal.length === 0 && (
        <EmptyState
          icon={Lightbulb}
          title={own.none}
          actions={
            <ButtonLink look="primary" href={hrefOf.predictions}>
              {own.train}
            </ButtonLink>
          }
        >
          {own.noneHint}
        </EmptyState>
      )}
      {lists.map((list) => (
        <SuggestionCard key={`${list.kind} ${list.model.id}`} db={db} list={list} known={known} />
      ))}
      {withoutSignal.map((model) => (
        <Notice key={model.id}>{own.noSignalOf(nameOf(model.target.field))}</Notice>
      ))}
    </Page>
  );
}
