import type { CustomValue } from '#core/record.ts';
import type { Deal, DealStage } from '#core/sales/deal.ts';
import { moveDeal } from '#core/sales/deal-board.ts';
import { minorDigits } from '#core/sales/line-total.ts';

/** A deal as the form shows it; the amount in major units, undefined while it is empty or none. */
export type DealDraft = {
  readonly name: string;
  readonly customerId: string | undefined;
  readonly amount: number | undefined;
  readonly currency: string;
  readonly stage: DealStage;
  readonly expectedClose: string;
  readonly lostReason: string;
  readonly productIds: readonly string[];
  readonly custom: Readonly<Record<string, CustomValue>>;
};

/** The form's start. `currency`: of amounts that name none. */
export const dealDraftOf = (
  deal: Deal | undefined,
  currency: string,
  customerId: string | undefined,
): DealDraft => ({
  name: deal?.name ?? '',
  customerId: deal === undefined ? customerId : deal.customerId,
  amount:
    deal?.amount === undefined
      ? undefined
      : deal.amount.amountMinor / 10 ** minorDigits(deal.amount.currency),
  currency: deal?.amount?.currency ?? currency,
  stage: deal?.stage ?? 'prospecting',
  expectedClose: deal?.expectedClose ?? '',
  lostReason: deal?.lostReason ?? '',
  productIds: deal?.productIds ?? [],
  custom: deal?.custom ?? {},
});

/** A deal nobody has written anything about yet; its history starts with its first stage. */
export const newDeal = (id: string, now: number): Deal => ({
  id,
  createdAt: now,
  updatedAt: now,
  rev: 0,
  name: '',
  stage: 'prospecting',
  productIds: [],
  stageHistory: [],
  custom: {},
});

export type DealFault = 'name' | 'amount';

/** What keeps a draft from being saved. */
export const faultsOf = ({ name, amount }: DealDraft): readonly DealFault[] => [
  ...(name.trim() === '' ? (['name'] as const) : []),
  ...(amount !== undefined && amount < 0 ? (['amount'] as const) : []),
];

/** The deal with the form's values; what was emptied is absent. Another stage is a line of its history. */
export const applyDealDraft = (deal: Deal, draft: DealDraft, now: number): Deal => {
  const { customerId: _c, amount: _a, expectedClose: _e, lostReason: _l, ...rest } = deal;
  const hasMoved = draft.stage !== deal.stage || deal.stageHistory.length === 0;
  const reason = draft.stage === 'lost' ? draft.lostReason.trim() : '';
  const written: Deal = {
    ...rest,
    name: draft.name.trim(),
    ...(draft.customerId !== undefined && { customerId: draft.customerId }),
    ...(draft.amount !== undefined && {
      amount: {
        amountMinor: Math.round(draft.amount * 10 ** minorDigits(draft.currency)),
        currency: draft.currency,
      },
    }),
    ...(draft.expectedClose !== '' && { expectedClose: draft.expectedClose }),
    ...(reason !== '' && { lostReason: reason }),
    productIds: [...draft.productIds],
    custom: { ...draft.custom },
  };
  return hasMoved ? moveDeal(written, draft.stage, now, reason) : written;
};
