import type { Language } from '#core/assistant/conversation.ts';
import { buyingColumns } from '#core/customers/buying.ts';
import { rfmColumns } from '#core/customers/rfm.ts';
import type { Segment, SegmentRun, SegmentSource } from '#core/segments/segment-run.ts';
import type { Words } from '#i18n/en.ts';
import type { Format } from '#i18n/make-format.ts';
import type { Standing } from './compare-with-average.ts';

/** What wording a column's value needs. */
export type Wording = {
  readonly own: Words['segments'];
  readonly format: Format;
  /** ISO 4217, of the rep's settings. */
  readonly currency: string;
};

const orderColumns = [...rfmColumns, ...buyingColumns.map(({ name }) => name)] as const;
type OrderColumn = (typeof orderColumns)[number];

/** A column that was made from orders; one of a person's own may bear the same name. */
const orderColumnOf = (source: SegmentSource, name: string): OrderColumn | undefined =>
  source === 'columns' ? undefined : orderColumns.find((one) => one === name);

/** The name a person gave, else the one that was found. */
export const nameOf = (
  { customName, name }: Pick<Segment, 'customName' | 'name'>,
  language: Language,
): string => customName ?? name[language];

/** Whether a segment found by buying holds those who never bought: their "days since" means nothing. */
export const isWithoutOrders = ({ source }: SegmentRun, { isApart, means }: Segment): boolean =>
  isApart === true || (source === 'rfm' && (means[1] ?? 0) < 0.5);

/** A column's name as a rep would say it. */
export const columnName = (
  source: SegmentSource,
  name: string,
  { own }: Pick<Wording, 'own'>,
): string => {
  const known = orderColumnOf(source, name);
  return known === undefined ? name : own.orderColumns[known];
};

/** A trend is no finer than a percent. */
const wholePercent = (share: number): number => Math.round(share * 100) / 100;

/** Values of a column of one's own: large ones whole, small ones with their decimals. */
const plainNumber = (value: number): number =>
  Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));

/** A mean with its unit. */
export const sayValue = (
  source: SegmentSource,
  name: string,
  value: number,
  { own, format, currency }: Wording,
): string => {
  const known = orderColumnOf(source, name);
  if (known === 'recencyDays' || known === 'tenureDays') return own.days(Math.round(value));
  if (known === 'gapsSinceLast') return own.timesUsualGap(format.number(plainNumber(value)));
  if (known === 'trend') return own.ofUsual(format.share(wholePercent(2 ** value)));
  if (known === 'basketMinor') return format.moneyCompact(Number(value.toPrecision(3)), currency);
  if (known === 'frequency' || known === 'ordersPerMonth')
    return format.number(Math.round(value * 10) / 10);
  return format.number(plainNumber(value));
};

/** A difference from the average as a sentence without figures. */
export const sayStanding = (
  source: SegmentSource,
  { name, band }: Standing,
  { own }: Pick<Wording, 'own'>,
): string => {
  if (band === 'average') return own.asAverage;
  const known = orderColumnOf(source, name);
  return known === undefined ? own.columnWords[band](name) : own.orderWords[known][band];
};

/** A round value beside an axis of the map; doublings are said as shares of the usual. */
export const sayTick = (
  source: SegmentSource,
  name: string | undefined,
  value: number,
  format: Format,
): string => {
  const known = name === undefined ? undefined : orderColumnOf(source, name);
  if (known === 'trend') return format.share(wholePercent(2 ** value));
  const shown = known === 'basketMinor' ? value / 100 : value;
  return Math.abs(shown) >= 10_000 ? format.compact(shown) : format.number(shown);
};
