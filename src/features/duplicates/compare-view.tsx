import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { Customer } from '#core/customers/customer.ts';
import { compareTraits, traitsOf } from '#core/customers/likeness.ts';
import { type MergeChoices, mergeCustomers as preview } from '#core/customers/merge-customers.ts';
import type { Refusal, Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { mergeCustomers } from '#db/merge-customers.ts';
import { findRecord } from '#db/sealed-table.ts';
import { tellApart } from '#db/tell-apart.ts';
import { watch } from '#db/watch.ts';
import { findCustomers, readRows } from '#jobs/directory-jobs.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { announce } from '#ui/feedback/announce.ts';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { goOnFromHere } from '#ui/navigation/go-on-from-here.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { nameRecord } from '#ui/records/name-record.ts';
import { Chip } from '#ui/surfaces/chip.tsx';
import { Page, Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { CompareTable } from './compare-table.tsx';

/** Customers that are part of one. Without an answer none are moved; they still name it. */
const findParts = async (id: string): Promise<readonly string[]> => {
  const filters = [{ column: 'parentId', operator: 'is', value: id }] as const;
  const sort = { column: 'ord', descending: false };
  const found = await findCustomers({ search: '', filters, sort });
  if (!found.ok || found.value.total === 0) return [];
  const rows = await readRows([...found.value.ords]);
  return rows.ok ? rows.value.map((row) => row.id) : [];
};

const isThere = (customer: Customer | undefined): customer is Customer =>
  customer !== undefined && customer.deletedAt === undefined;

/** Two customers side by side: choose what to keep and merge them, or say that they are two. */
export function CompareView({
  db,
  firstId,
  secondId,
}: {
  readonly db: Database;
  readonly firstId: string;
  readonly secondId: string;
}) {
  const { words } = useWords();
  const both = useWatch(
    () =>
      watch(() => Promise.all([firstId, secondId].map((id) => findRecord(db, 'customers', id)))),
    [db, firstId, secondId],
  );
  if (both === undefined) return <Loading />;
  const [first, second] = both;
  if (!isThere(first) || !isThere(second))
    return (
      <EmptyState
        title={words.duplicates.gone}
        actions={<ButtonLink href={hrefOf.duplicates}>{words.duplicates.back}</ButtonLink>}
      />
    );
  return <Compared db={db} first={first} second={second} />;
}

function Compared({
  db,
  first,
  second,
}: {
  readonly db: Database;
  readonly first: Customer;
  readonly second: Customer;
}) {
  const { words } = useWords();
  const own = words.duplicates;
  const [choices, setChoices] = useState<MergeChoices>({});
  const [refusal, setRefusal] = useState<Refusal>();
  const leave = async (doing: Promise<Result<unknown>>, said: string) => {
    const goOn = goOnFromHere();
    const result = await doing;
    if (!result.ok) return setRefusal(result.refusal);
    announce(said);
    goOn(hrefOf.duplicates);
  };
  const merge = async () => {
    const partIds = await findParts(second.id);
    const ids = { winnerId: first.id, loserId: second.id, partIds };
    await leave(mergeCustomers(db, { ...ids, choices, now: Date.now() }), own.merged);
  };
  const part = () => leave(tellApart(db, [first.id, second.id], Date.now()), own.toldApart);
  const { reasons } = compareTraits(traitsOf(first), traitsOf(second));
  return (
    <Page
      title={own.compareTitle}
      lead={own.together(nameRecord(words, 'customers', preview(first, second, choices)))}
      actions={
        <ButtonLink look="quiet" icon={ArrowLeft} href={hrefOf.duplicates}>
          {own.back}
        </ButtonLink>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <Row>
        {reasons.map((reason) => (
          <Chip key={reason} tone="accent">
            {own.reasons[reason]}
          </Chip>
        ))}
      </Row>
      <CompareTable
        first={first}
        second={second}
        choices={choices}
        onChoose={(key, side) => setChoices({ ...choices, [key]: side })}
      />
      <p>{own.moved}</p>
      <Row>
        <Button onPress={() => void part()}>{own.notSame}</Button>
        <Button look="primary" onPress={() => void merge()}>
          {own.merge}
        </Button>
      </Row>
    </Page>
  );
}
