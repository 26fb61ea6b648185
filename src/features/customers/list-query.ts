import type { DirectoryQuery } from '#contracts/directory.ts';
import { type Lifecycle, lifecycles } from '#core/customers/customer.ts';
import type { Filter } from '#core/customers/saved-view.ts';
import { leastOfBand, type ScoreBand, scoreBands } from '#core/predictions/score-band.ts';

export const sorts = [
  'ord',
  'name',
  'probability',
  'lastOrderDay',
  'revenueMinor',
  'city',
] as const;
export type Sort = (typeof sorts)[number];

/** What the address says of the list: kept by a reload, shared by a link. */
export type ListQuery = {
  readonly search: string;
  readonly lifecycle: Lifecycle | undefined;
  readonly segment: number | undefined;
  readonly band: ScoreBand | undefined;
  readonly sort: Sort;
};

const oneOf = <T extends string>(words: readonly T[], text: string | null) =>
  words.find((word) => word === text);

/** Reads an address's query; what is not understood counts as absent. */
export const parseListQuery = (params: URLSearchParams): ListQuery => {
  const segment = params.get('segment');
  return {
    search: params.get('search') ?? '',
    lifecycle: oneOf(lifecycles, params.get('lifecycle')),
    segment: segment !== null && /^\d+$/u.test(segment) ? Number(segment) : undefined,
    band: oneOf(scoreBands, params.get('band')),
    sort: oneOf(sorts, params.get('sort')) ?? 'ord',
  };
};

/** Largest first is what one wants of figures; words go from A on. */
const isDescending = (sort: Sort) =>
  sort === 'probability' || sort === 'lastOrderDay' || sort === 'revenueMinor';

/** The query as the directory understands it. `baseRate`: 0..1 of the model in use. */
export const directoryQuery = (query: ListQuery, baseRate: number): DirectoryQuery => {
  const { search, lifecycle, segment, band, sort } = query;
  const filters: Filter[] = [];
  if (lifecycle !== undefined)
    filters.push({ column: 'lifecycle', operator: 'is', value: lifecycle });
  if (segment !== undefined) filters.push({ column: 'segment', operator: 'is', value: segment });
  if (band !== undefined)
    filters.push({
      column: 'probability',
      operator: 'at-least',
      value: leastOfBand(band, baseRate),
    });
  return { search, filters, sort: { column: sort, descending: isDescending(sort) } };
};

/** Whether all customers in the order of entry are asked for: then the first chunk is the answer. */
export const isPlain = ({ search, lifecycle, segment, band, sort }: ListQuery): boolean =>
  search.trim() === '' &&
  lifecycle === undefined &&
  segment === undefined &&
  band === undefined &&
  sort === 'ord';
