import { useParams, useSearchParams } from 'wouter';
import type { Database } from '#db/database.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { BoardPage } from './board-page.tsx';
import { DealPage } from './deal-page.tsx';
import { EditDeal } from './edit-deal.tsx';

/** The board, one deal, or the form of a new one above the board. */
export function PipelineScreen({ db }: { readonly db: Database }) {
  const { id } = useParams<{ readonly id?: string }>();
  const [params] = useSearchParams();
  if (id !== undefined && id !== 'new') return <DealPage key={id} db={db} id={id} />;
  return (
    <>
      <BoardPage db={db} isBehindForm={id === 'new'} />
      {id === 'new' && (
        <EditDeal
          db={db}
          customerId={params.get('customer') ?? undefined}
          onClose={() => {
            location.hash = hrefOf.pipeline;
          }}
        />
      )}
    </>
  );
}
