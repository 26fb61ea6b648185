import { dayNumber, dayText } from '#core/day-number.ts';
import type { RepurchaseInput } from '#e2e/lab/page/lab-contract.ts';
import { needFile, needPlace, offerFile, takeInto } from './find-input.ts';
import { givenSettings, readingOptions } from './import-command.ts';
import type { LabCommand } from './lab-command.ts';
import { labFailure } from './lab-failure.ts';
import type { Options } from './parse-options.ts';

const asOfOption = (options: Options): string => {
  const text = options.needed('as-of');
  const day = dayNumber(text);
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text) || Number.isNaN(day) || dayText(day) !== text)
    throw labFailure(2, 'usage', `--as-of takes a day like 2011-06-10; not ${text}`);
  return text;
};

const horizonOption = (options: Options): number => {
  options.needed('horizon');
  return options.whole('horizon') ?? 0;
};

const ordersOf = (options: Options): RepurchaseInput['orders'] => ({
  customer: options.needed('customer'),
  date: options.needed('date'),
  amount: options.needed('amount'),
  order: options.text('order') ?? null,
});

export const repurchaseCommand: LabCommand = {
  options: {
    ...readingOptions,
    orders: { kind: 'text' },
    customer: { kind: 'text' },
    date: { kind: 'text' },
    amount: { kind: 'text' },
    order: { kind: 'text' },
    'as-of': { kind: 'text' },
    horizon: { kind: 'whole', atLeast: 1 },
    scores: { kind: 'text' },
  },
  check: (options) => {
    needFile(options.needed('orders'));
    ordersOf(options);
    asOfOption(options);
    horizonOption(options);
    needPlace(options.text('scores'));
  },
  run: async (session, options) => {
    const scores = takeInto(session.server, options.text('scores'));
    const { ms, importMs, orders, ...forecast } = await session.call('repurchase', {
      file: offerFile(session.server, options.needed('orders')),
      settings: givenSettings(options),
      orders: ordersOf(options),
      asOf: asOfOption(options),
      horizonDays: horizonOption(options),
      seed: options.whole('seed') ?? 0,
      now: Date.now(),
      scoresUrl: scores.url,
    });
    await scores.finish();
    const { read, features, train, score } = ms;
    const alone = 'There is too little history before the day to learn from: BG/NBD alone.';
    return {
      ...forecast,
      asOf: asOfOption(options),
      horizon: horizonOption(options),
      orders: { read: orders.rowsRead, added: orders.added, skipped: orders.skipped },
      ms: { import: importMs, features: read + features, train, score },
      warnings:
        forecast.model === 'rhythm'
          ? [{ column: null, severity: 'info', test: 'history', evidence: alone }]
          : [],
    };
  },
};
