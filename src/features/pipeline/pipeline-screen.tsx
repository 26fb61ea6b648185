import { lazy, Suspense } from 'react';
import { useParams, useSearchParams } from 'wouter';
import type { Database } from '#db/database.ts';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { BoardPage } from './board-page.tsx';

// The board stands before the page of one deal, or its form, is fetched.
const DealPage = lazy(async () => ({ default: (await import('./deal-page.tsx')).DealPage }));
const EditDeal = lazy(async () => ({ default: (await import('./edit-deal.tsx')).EditDeal }));

/** The board, one deal, or the form of a new one above the board. */
export function PipelineScreen({ db }: { readonly db: Database }) {
  const { id } = useParams<{ readonly id?: string }>();
  const [params] = useSearchParams();
  if (id !== undefined && id !== 'new')
    return (
      <Suspense fallback={<Loading />}>
        <DealPage key={id} db={db} id={id} />
      </Suspense>
    );
  return (
    <>
      <BoardPage db={db} isBehindForm={id === 'new'} />
      <Suspense>
        {id === 'new' && (
          <EditDeal
            db={db}
            customerId={params.get('customer') ?? undefined}
            onClose={() => {
              location.hash = hrefOf.pipeline;
            }}
          />
        )}
      </Suspense>
    </>
  );
}
