import { expect, test } from 'vitest';
import { applyDealDraft, dealDraftOf, faultsOf, newDeal } from './deal-draft.ts';

const blank = newDeal('d', 5);
const draft = { ...dealDraftOf(undefined, 'EUR', 'c1'), name: ' Tea ', amount: 12.34 };

test('a new deal starts its history with its first stage', () => {
  expect(applyDealDraft(blank, draft, 9)).toEqual({
    ...blank,
    name: 'Tea',
    customerId: 'c1',
    amount: { amountMinor: 1_234, currency: 'EUR' },
    stageHistory: [{ stage: 'prospecting', at: 9 }],
  });
});

test('yen have no hundredths, there and back', () => {
  const saved = applyDealDraft(blank, { ...draft, amount: 1_234, currency: 'JPY' }, 9);
  expect(saved.amount).toEqual({ amountMinor: 1_234, currency: 'JPY' });
  expect(dealDraftOf(saved, 'EUR', undefined).amount).toBe(1_234);
});

test('an emptied field is gone, and what the form does not show stays', () => {
  const imported = {
    ...applyDealDraft(blank, { ...draft, expectedClose: '2026-12-01' }, 9),
    sourceStage: 'Engaging',
    importId: 'i',
  };
  const emptied = { ...draft, customerId: undefined, amount: undefined, expectedClose: '' };
  const saved = applyDealDraft(imported, emptied, 20);
  expect(saved).toMatchObject({ sourceStage: 'Engaging', importId: 'i' });
  for (const key of ['customerId', 'amount', 'expectedClose'])
    expect(saved).not.toHaveProperty(key);
  expect(saved.stageHistory).toEqual([{ stage: 'prospecting', at: 9 }]);
});

test('another stage in the form is a move; the reason stays with a lost deal only', () => {
  const made = applyDealDraft(blank, draft, 9);
  const lost = applyDealDraft(made, { ...draft, stage: 'lost', lostReason: 'Price' }, 20);
  expect(lost).toMatchObject({ stage: 'lost', lostReason: 'Price' });
  expect(lost.stageHistory.at(-1)).toEqual({ stage: 'lost', at: 20 });
  expect(applyDealDraft(lost, { ...draft, lostReason: 'Price' }, 30)).not.toHaveProperty(
    'lostReason',
  );
});

test('a deal without a name or with an amount below zero is not saved', () => {
  expect(faultsOf(draft)).toEqual([]);
  expect(faultsOf({ ...draft, name: ' ', amount: -1 })).toEqual(['name', 'amount']);
});
