import type { Activity } from '#core/customers/activity.ts';
import type { Order } from '#core/sales/order.ts';
import type { Words } from '#i18n/en.ts';
import { minutesOf, timeText } from '#i18n/local-day.ts';
import type { Format } from '#i18n/make-format.ts';
import type { DayReport } from './read-day-report.ts';

/** A line of the report: whom it is about, and what is said. */
export type ReportLine = {
  readonly id: string;
  readonly customerId: string;
  readonly text: string;
};

/** The report in words, part by part; the same for the page and for what is shared. */
export type SaidReport = readonly {
  readonly part: 'activities' | 'orders' | 'newCustomers';
  readonly title: string;
  readonly lines: readonly ReportLine[];
}[];

const sumBy = (orders: readonly Order[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const { kind, currency, totalMinor } of orders)
    if (kind !== 'quote') sums.set(currency, (sums.get(currency) ?? 0) + totalMinor);
  return sums;
};

/** Words the report of a day. */
export const sayDayReport = (report: DayReport, words: Words, format: Format): SaidReport => {
  const { activities: own, ui } = words;
  const name = (id: string) => report.nameOf(id, ui.customerNumber);
  const sayActivity = ({ id, customerId, type, outcome, text, startAt, nextStep }: Activity) => ({
    id,
    customerId,
    text: [
      `${timeText(minutesOf(startAt))} ${own.types[type]}, ${name(customerId)}`,
      outcome === 'none' ? '' : own.outcomes[outcome],
      text,
      nextStep === undefined ? '' : own.reportNext(nextStep),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  });
  const sayOrder = ({ id, customerId, kind, number, currency, totalMinor }: Order) => ({
    id,
    customerId,
    text: `${own.orderKinds[kind]} ${number}, ${name(customerId)} · ${format.money(totalMinor, currency)}`,
  });
  const sums = [...sumBy(report.orders)].map(([currency, minor]) => format.money(minor, currency));
  const { activities, orders, newCustomers } = report;
  return [
    {
      part: 'activities',
      title: own.reportActivities(activities.length),
      lines: activities.map(sayActivity),
    },
    {
      part: 'orders',
      title: own.reportOrders(orders.length, format.list(sums)),
      lines: orders.map(sayOrder),
    },
    {
      part: 'newCustomers',
      title: own.reportNew(newCustomers.length),
      lines: newCustomers.map((id) => ({ id, customerId: id, text: name(id) })),
    },
  ];
};

/** The report as plain text, for the share sheet, the clipboard or a file. */
export const writeDayReport = (title: string, lead: readonly string[], said: SaidReport): string =>
  [
    title,
    ...lead,
    ...said.flatMap(({ title: part, lines }) => [
      '',
      part,
      ...lines.map(({ text }) => `- ${text}`),
    ]),
  ].join('\n');
