import type { SegmentProfile } from './profile-segments.ts';

export type SegmentName = { readonly en: string; readonly zh: string };

/** Where a name sits, as deviations from the average in each column. */
export type NamePosition = { readonly name: SegmentName; readonly at: readonly number[] };

/** The names of segments by orders. */
export const segmentNames = {
  champions: { en: 'Champions', zh: '核心' },
  loyal: { en: 'Loyal', zh: '忠诚' },
  promising: { en: 'Promising', zh: '潜力' },
  fresh: { en: 'New', zh: '新客' },
  slipping: { en: 'Big but slipping', zh: '大客户下滑' },
  atRisk: { en: 'At risk', zh: '流失风险' },
  dormant: { en: 'Dormant', zh: '沉睡' },
  withoutOrders: { en: 'No orders yet', zh: '尚无订单' },
} as const satisfies Readonly<Record<string, SegmentName>>;

export type SegmentKind = keyof typeof segmentNames;

const kinds = Object.keys(segmentNames) as SegmentKind[];

/** Which of the names of buying a found name is, numbered ones too; undefined for names of own columns. */
export const kindOfName = ({ en }: SegmentName): SegmentKind | undefined =>
  kinds.find((kind) => en.replace(/ \d+$/u, '') === segmentNames[kind].en);

/** Deviations of recency (negative: bought lately), frequency and basket. */
const positions: readonly NamePosition[] = [
  { name: segmentNames.champions, at: [-0.9, 1.1, 0.8] },
  { name: segmentNames.loyal, at: [-0.6, 0.8, -0.5] },
  { name: segmentNames.promising, at: [-0.4, -0.3, 0.6] },
  { name: segmentNames.fresh, at: [-0.5, -0.9, -0.5] },
  { name: segmentNames.slipping, at: [0.6, 0.3, 1] },
  { name: segmentNames.atRisk, at: [0.7, 0, -0.3] },
  { name: segmentNames.dormant, at: [1.3, -1.1, -0.4] },
];

const distance = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, place) => sum + (value - (b[place] ?? 0)) ** 2, 0);

/** A second segment of the same name is told apart by a number. */
const numbered = (names: readonly SegmentName[]): readonly SegmentName[] => {
  const used = new Map<string, number>();
  return names.map((name) => {
    const count = (used.get(name.en) ?? 0) + 1;
    used.set(name.en, count);
    return count === 1 ? name : { en: `${name.en} ${count}`, zh: `${name.zh} ${count}` };
  });
};

/**
 * Names by position: the closest pair of segment and name first, each name once; more segments than
 * names get numbers. `given` holds names that are settled already, by segment.
 */
export const nameByPosition = (
  profiles: readonly SegmentProfile[],
  places: readonly NamePosition[],
  given: readonly (SegmentName | undefined)[],
): readonly SegmentName[] => {
  const names = profiles.map((_, segment) => given[segment]);
  const pairs = profiles
    .flatMap((profile, segment) =>
      places.map((position, place) => ({
        segment,
        place,
        gap: distance(profile.deviations, position.at),
      })),
    )
    .sort((a, b) => a.gap - b.gap || a.segment - b.segment || a.place - b.place);
  const taken = new Set<number>();
  for (const pair of pairs) {
    if (names[pair.segment] !== undefined || taken.has(pair.place)) continue;
    names[pair.segment] = places[pair.place]?.name;
    taken.add(pair.place);
  }
  return numbered(
    names.map((name, segment) => {
      const nearest = pairs.find((pair) => pair.segment === segment);
      return name ?? places[nearest?.place ?? 0]?.name ?? segmentNames.withoutOrders;
    }),
  );
};

/**
 * Names by position in recency, frequency and basket. A segment that orders less than every other
 * customer once is "No orders yet" (in runs of a grid or of before those were set apart).
 */
export const nameRfmSegments = (profiles: readonly SegmentProfile[]): readonly SegmentName[] =>
  nameByPosition(
    profiles,
    positions,
    profiles.map(({ means }) => ((means[1] ?? 0) < 0.5 ? segmentNames.withoutOrders : undefined)),
  );

/** Below this many deviations from the average a column is not worth a word. */
const noticeable = 0.25;

const wordDeviation = (column: string, deviation: number): SegmentName => {
  const much = Math.abs(deviation) >= 1.5;
  if (deviation > 0)
    return {
      en: `${much ? 'very high' : 'high'} ${column}`,
      zh: `${column}${much ? '很高' : '高'}`,
    };
  return { en: `${much ? 'very low' : 'low'} ${column}`, zh: `${column}${much ? '很低' : '低'}` };
};

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Names from the two columns in which a segment differs most from all customers. */
export const nameByDeviations = (
  profiles: readonly SegmentProfile[],
  columns: readonly string[],
): readonly SegmentName[] =>
  numbered(
    profiles.map((profile) => {
      const words = profile.deviations
        .map((deviation, place) => ({ deviation, column: columns[place] ?? '' }))
        .filter(({ deviation }) => Math.abs(deviation) >= noticeable)
        .sort((a, b) => Math.abs(b.deviation) - Math.abs(a.deviation))
        .slice(0, 2)
        .map(({ column, deviation }) => wordDeviation(column, deviation));
      if (words.length === 0) return { en: 'Average', zh: '普通' };
      return {
        en: capitalised(words.map(({ en }) => en).join(', ')),
        zh: words.map(({ zh }) => zh).join('、'),
      };
    }),
  );
