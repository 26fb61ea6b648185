import { useSearchParams } from 'wouter';
import type { Database } from '#db/database.ts';
import { AssistantPanel } from './assistant-panel.tsx';
import { PairsPage } from './pairs-page.tsx';

const page = { name: 'assistant' } as const;

/** The assistant over the whole screen; `?view=pairs` opens its prepared answers. */
export function AssistantScreen({ db }: { readonly db: Database }) {
  const [search] = useSearchParams();
  return search.get('view') === 'pairs' ? (
    <PairsPage db={db} />
  ) : (
    <AssistantPanel db={db} page={page} />
  );
}
