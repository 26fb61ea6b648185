import { leastOfBand, type ScoreBand, scoreBands } from '#core/predictions/score-band.ts';
import { type Filter, filterOperators, type SavedView } from './saved-view.ts';

/** What the address says of the list: kept by a reload, shared by a link, stored as a view. */
export type ListQuery = Pick<SavedView, 'search' | 'filters' | 'sort'>;

/** The query of an address, as URLSearchParams gives it. */
type Params = {
  readonly get: (name: string) => string | null;
  readonly getAll: (name: string) => readonly string[];
};

/** As entered; with a search: the best found first. */
export const unsorted = 'ord';

/** Largest or newest first is what one wants of these; words go from A on, due days from the oldest. */
const descendingFirst = new Set(
  'probability lastOrderDay lastVisitDay lastContactDay createdDay revenueMinor orders visits'.split(
    ' ',
  ),
);

export const startsDescending = (column: string): boolean => descendingFirst.has(column);

/** Parts of a condition are separated by ~, which nothing encodes by itself. */
const write = (part: string) => encodeURIComponent(part).replaceAll('~', '%7E');

const read = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

const partsOf = ({ value, to, values }: Filter): readonly string[] => {
  if (values !== undefined) return values;
  return [value, to].filter((part) => part !== undefined).map(String);
};

/** A condition as the address holds it: `city~any-of~Leeds~York`. */
export const writeFilter = (filter: Filter): string =>
  [filter.column, filter.operator, ...partsOf(filter)].map(write).join('~');

/** Reads a condition; undefined when it is not understood. */
export const readFilter = (text: string): Filter | undefined => {
  const [column = '', name, ...parts] = text.split('~').map(read);
  const operator = filterOperators.find((known) => known === name);
  if (operator === undefined || column === '') return undefined;
  if (operator === 'empty' || operator === 'not-empty') return { column, operator };
  const [value, to] = parts;
  if (value === undefined) return undefined;
  if (operator === 'any-of') return { column, operator, values: parts };
  if (operator !== 'between') return { column, operator, value };
  return to === undefined ? undefined : { column, operator, value, to };
};

/** Short forms that links of other screens use. */
const shortForms = (params: Params): Filter[] => {
  const filters: Filter[] = [];
  const [lifecycle, segment, band] = ['lifecycle', 'segment', 'band'].map((name) =>
    params.get(name),
  );
  if (lifecycle) filters.push({ column: 'lifecycle', operator: 'any-of', values: [lifecycle] });
  if (segment) filters.push({ column: 'segment', operator: 'any-of', values: [segment] });
  if (band) filters.push({ column: 'band', operator: 'at-least', value: band });
  return filters;
};

/** Reads an address's query; what is not understood counts as absent. */
export const parseListQuery = (params: Params): ListQuery => {
  const column = params.get('sort') || unsorted;
  const direction = params.get('dir');
  const filters = params.getAll('f').flatMap((text) => readFilter(text) ?? []);
  return {
    search: params.get('search') ?? '',
    filters: [...shortForms(params), ...filters],
    sort: {
      column,
      descending: direction === null ? startsDescending(column) : direction === 'desc',
    },
  };
};

/** The query as pairs for an address. */
export const writeListQuery = ({ search, filters, sort }: ListQuery): [string, string][] => {
  const pairs: [string, string][] = filters.map((filter) => ['f', writeFilter(filter)]);
  if (search.trim() !== '') pairs.push(['search', search]);
  if (sort.column !== unsorted) pairs.push(['sort', sort.column]);
  if (sort.descending !== startsDescending(sort.column))
    pairs.push(['dir', sort.descending ? 'desc' : 'asc']);
  return pairs;
};

/** A score is compared with how often it happens at all; a band that is none finds nobody. */
const asProbability = (filter: Filter, baseRate: number): Filter => {
  if (filter.column !== 'band') return filter;
  const least = scoreBands.includes(filter.value as ScoreBand)
    ? leastOfBand(filter.value as ScoreBand, baseRate)
    : Number.POSITIVE_INFINITY;
  return { column: 'probability', operator: 'at-least', value: least };
};

/** The conditions as the directory understands them. `baseRate`: 0..1 of the model in use. */
export const directoryFilters = (filters: readonly Filter[], baseRate: number): Filter[] =>
  filters.map((filter) => asProbability(filter, baseRate));

/** Whether nothing is sought and nobody left out. */
export const isAll = ({ search, filters }: ListQuery): boolean =>
  search.trim() === '' && filters.length === 0;

/** Whether all customers in the order of entry are asked for: then the first chunk is the answer. */
export const isPlain = (query: ListQuery): boolean =>
  isAll(query) && query.sort.column === unsorted && !query.sort.descending;
