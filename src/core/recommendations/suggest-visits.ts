import { distanceKm, type Position } from '#core/position.ts';

/** What the plan of a day knows of a customer. */
export type VisitCandidate = {
  readonly id: string;
  /** Day since 1970 the next visit is due by rhythm, and the days between two; null without a rhythm. */
  readonly dueDay: number | null;
  readonly visitIntervalDays: number | null;
  readonly revenueMinor: number;
  readonly probability: number | null;
};

/** How late a visit may be before it counts no more for being later still, in intervals. */
const mostLate = 2;

/** 0.2 for a visit that is far off, 1 on the day it is due, 3 when two intervals were missed. */
const urgency = ({ dueDay, visitIntervalDays }: VisitCandidate, today: number): number => {
  if (dueDay === null || visitIntervalDays === null || visitIntervalDays <= 0) return 0.5;
  const late = (today - dueDay) / visitIntervalDays;
  return 1 + Math.max(-0.8, Math.min(mostLate, late));
};

/** 1 for who never bought, 2 for who bought most; by orders of magnitude, so that one giant hides nobody. */
const value = (revenueMinor: number, most: number): number =>
  most <= 0 ? 1 : 1 + Math.log1p(Math.max(0, revenueMinor)) / Math.log1p(most);

/** 0.5 to 1.5: without a score a customer stands in the middle. */
const chance = (probability: number | null): number => 0.5 + (probability ?? 0.5);

/**
 * Whom to visit first: due by rhythm × worth × chance to buy, the highest first; equal ones by id, so
 * that the same day gives the same plan. `today`: days since 1970.
 */
export const rankVisits = <T extends VisitCandidate>(
  candidates: readonly T[],
  today: number,
): readonly T[] => {
  const most = Math.max(0, ...candidates.map(({ revenueMinor }) => revenueMinor));
  const worth = new Map(
    candidates.map((one) => [
      one.id,
      urgency(one, today) * value(one.revenueMinor, most) * chance(one.probability),
    ]),
  );
  const of = ({ id }: T) => worth.get(id) ?? 0;
  return candidates.toSorted((a, b) => of(b) - of(a) || (a.id < b.id ? -1 : 1));
};

/**
 * Stops in the order of a short way: from `start` always on to the nearest one. Those without a position
 * keep their order at the end.
 */
export const orderStops = <T extends { readonly position: Position | null }>(
  stops: readonly T[],
  start: Position,
): readonly T[] => {
  const left = stops.filter(({ position }) => position !== null);
  const way: T[] = [];
  let here = start;
  while (left.length > 0) {
    const gaps = left.map(({ position }) => distanceKm(here, position as Position));
    const [next] = left.splice(gaps.indexOf(Math.min(...gaps)), 1) as [T];
    way.push(next);
    here = next.position as Position;
  }
  return [...way, ...stops.filter(({ position }) => position === null)];
};
