import { dayMs } from '#core/day-number.ts';
import type { Deal, DealStage } from './deal.ts';

export const openStages = ['prospecting', 'qualified', 'proposal', 'negotiation'] as const;
export const closedStages = ['won', 'lost'] as const;

/** How likely a deal in a stage is usually won, 0..1. */
export const stageProbability: Readonly<Record<DealStage, number>> = {
  prospecting: 0.1,
  qualified: 0.25,
  proposal: 0.5,
  negotiation: 0.75,
  won: 1,
  lost: 0,
};

/** Days after which a deal has stood in a stage for long: it wants a next step or an end. */
const patience: Readonly<Record<DealStage, number>> = {
  prospecting: 45,
  qualified: 30,
  proposal: 30,
  negotiation: 21,
  won: Number.POSITIVE_INFINITY,
  lost: Number.POSITIVE_INFINITY,
};

export const isOpenStage = (stage: DealStage): boolean => stage !== 'won' && stage !== 'lost';

/** The instant a deal came into its stage: the last line of its history, or when it was made. */
export const stageSince = ({ stageHistory, createdAt }: Deal): number =>
  stageHistory.at(-1)?.at ?? createdAt;

/** Whole days in the stage. `now`: ms UTC. */
export const daysInStage = (deal: Deal, now: number): number =>
  Math.max(0, Math.floor((now - stageSince(deal)) / dayMs));

/** Whether a deal has stood where it is for longer than is usual there. */
export const isStuck = (deal: Deal, now: number): boolean =>
  daysInStage(deal, now) > patience[deal.stage];

/**
 * The deal in another stage, with a line in its history. A reason belongs to a lost one alone, so it
 * goes when the deal comes back.
 */
export const moveDeal = (deal: Deal, stage: DealStage, now: number, lostReason = ''): Deal => {
  const { lostReason: _, ...rest } = deal;
  const reason = stage === 'lost' ? lostReason.trim() : '';
  return {
    ...rest,
    stage,
    ...(reason !== '' && { lostReason: reason }),
    stageHistory: [...deal.stageHistory, { stage, at: now }],
  };
};
