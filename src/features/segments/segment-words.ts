import type { Language } from '#core/assistant/conversation.ts';
import { rfmColumns } from '#core/customers/rfm.ts';
import type { Segment, SegmentRun } from '#core/segments/segment-run.ts';
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

type RfmColumn = (typeof rfmColumns)[number];

const rfmColumnOf = (source: SegmentRun['source'], name: string): RfmColumn | undefined =>
  source === 'rfm' ? rfmColumns.find((one) => one === name) : undefined;

/** The name a person gave, else the one that was found. */
export const nameOf = (
  { customName, name }: Pick<Segment, 'customName' | 'name'>,
  language: Language,
): string => customName ?? name[language];

/** Whether a segment found by buying holds those who never bought: their "days since" means nothing. */
export const isWithoutOrders = ({ source }: SegmentRun, { means }: Segment): boolean =>
  source === 'rfm' && (means[1] ?? 0) < 0.5;

/** A column's name as a rep would say it. */
export const columnName = (
  source: SegmentRun['source'],
  name: string,
  { own }: Pick<Wording, 'own'>,
): string => {
  const known = rfmColumnOf(source, name);
  return known === undefined ? name : own.rfm[known];
};

/** Values of a column of one's own: large ones whole, small ones with their decimals. */
const plainNumber = (value: number): number =>
  Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));

/** A mean with its unit. */
export const sayValue = (
  source: SegmentRun['source'],
  name: string,
  value: number,
  { own, format, currency }: Wording,
): string => {
  const known = rfmColumnOf(source, name);
  if (known === 'recencyDays') return own.days(Math.round(value));
  if (known === 'basketMinor') return format.moneyCompact(Number(value.toPrecision(3)), currency);
  if (known === 'frequency') return format.number(Math.round(value * 10) / 10);
  return format.number(plainNumber(value));
};

/** A difference from the average as a sentence without figures. */
export const sayStanding = (
  source: SegmentRun['source'],
  { name, band }: Standing,
  { own }: Pick<Wording, 'own'>,
): string => {
  if (band === 'average') return own.asAverage;
  const known = rfmColumnOf(source, name);
  return known === undefined ? own.columnWords[band](name) : own.rfmWords[known][band];
};
