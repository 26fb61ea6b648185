import { useEffect, useState } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import type { RankedCustomer, Ranking } from '#contracts/learn.ts';
import type { Refusal } from '#core/result.ts';
import { readRows } from '#jobs/directory-jobs.ts';
import { rankCustomers } from '#jobs/learn-jobs.ts';
import { useThrottled } from '#ui/live/use-throttled.ts';
import type { SuggestionList } from './read-lists.ts';

const mostRows = 20;

export type Ranked = { readonly ranked: RankedCustomer; readonly customer: DirectoryRow };

export type ShownRanking = Pick<Ranking, 'accepted' | 'dismissed'> & {
  readonly rows: readonly Ranked[];
};

const readRanking = async ({ kind, model }: SuggestionList) => {
  const by = kind === 'at-risk' ? 'value' : 'probability';
  const found = await rankCustomers({ modelId: model.id, by, most: mostRows });
  if (!found.ok) return found;
  const { rows, accepted, dismissed } = found.value;
  const customers = await readRows(rows.map(({ ord }) => ord));
  if (!customers.ok) return customers;
  const byId = new Map(customers.value.map((one) => [one.id, one]));
  const shown = rows.flatMap((ranked): Ranked[] => {
    const customer = byId.get(ranked.id);
    return customer === undefined ? [] : [{ ranked, customer }];
  });
  return { ok: true as const, value: { rows: shown, accepted, dismissed } };
};

/** Who is on a list, asked again whenever something was written, at most once a second. */
export const useRanking = (
  list: SuggestionList,
  seq: number,
): { readonly shown: ShownRanking | undefined; readonly refusal: Refusal | undefined } => {
  const [shown, setShown] = useState<ShownRanking>();
  const [refusal, setRefusal] = useState<Refusal>();
  const calmSeq = useThrottled(seq, 1000);
  const { kind } = list;
  const { id } = list.model;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is the same while its kind and model are
  useEffect(() => {
    let isWanted = true;
    void readRanking(list).then((result) => {
      if (!isWanted) return;
      setRefusal(result.ok ? undefined : result.refusal);
      if (result.ok) setShown(result.value);
    });
    return () => {
      isWanted = false;
    };
  }, [kind, id, calmSeq]);
  return { shown, refusal };
};
