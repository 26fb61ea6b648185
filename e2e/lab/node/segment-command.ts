import type { SegmentInput } from '#e2e/lab/page/lab-contract.ts';
import { needFile, needPlace, offerFile, takeInto } from './find-input.ts';
import { givenSettings, readingOptions } from './import-command.ts';
import type { LabCommand } from './lab-command.ts';
import { labFailure } from './lab-failure.ts';
import type { Options } from './parse-options.ts';

const ordersOf = (options: Options): SegmentInput['orders'] =>
  options.text('orders') === undefined
    ? null
    : {
        customer: options.needed('customer'),
        date: options.needed('date'),
        amount: options.needed('amount'),
        order: options.text('order') ?? null,
      };

const countOf = (options: Options): SegmentInput['k'] => {
  const text = options.needed('k');
  if (text === 'auto' || text === 'grid') return text;
  const k = Number(text);
  if (!Number.isInteger(k) || k < 1)
    throw labFailure(2, 'usage', `--k takes a whole number from 1, auto or grid; not ${text}`);
  return k;
};

export const segmentCommand: LabCommand = {
  options: {
    ...readingOptions,
    data: { kind: 'text' },
    orders: { kind: 'text' },
    customer: { kind: 'text' },
    date: { kind: 'text' },
    amount: { kind: 'text' },
    order: { kind: 'text' },
    k: { kind: 'text' },
    columns: { kind: 'list' },
    scale: { kind: 'choice', of: ['standard', 'robust', 'none'] },
    log: { kind: 'list' },
    labels: { kind: 'text' },
    matrix: { kind: 'text' },
  },
  check: (options) => {
    const isTable = options.text('data') !== undefined;
    if (isTable === (options.text('orders') !== undefined))
      throw labFailure(2, 'usage', 'segment takes --data or --orders, and one of them.');
    needFile(options.needed(isTable ? 'data' : 'orders'));
    ordersOf(options);
    for (const name of ['labels', 'matrix']) needPlace(options.text(name));
    if (countOf(options) === 'grid' && isTable)
      throw labFailure(2, 'usage', '--k grid needs --orders: the grid is cut by buying.');
  },
  run: async (session, options) => {
    const labels = takeInto(session.server, options.text('labels'));
    const matrix = takeInto(session.server, options.text('matrix'));
    const file = options.text('data') ?? options.needed('orders');
    const orders = ordersOf(options);
    const { run, rows, leftOut, ms } = await session.call('segment', {
      file: offerFile(session.server, file),
      settings: givenSettings(options),
      orders,
      columns: options.texts('columns'),
      log: options.texts('log'),
      scale: (options.text('scale') ?? 'standard') as SegmentInput['scale'],
      k: countOf(options),
      seed: options.whole('seed') ?? 0,
      now: Date.now(),
      labelsUrl: labels.url,
      matrixUrl: matrix.url,
    });
    await Promise.all([labels.finish(), matrix.finish()]);
    const found = run.segments.filter(({ isApart }) => isApart === undefined);
    const apart = run.segments.find(({ isApart }) => isApart === true)?.size ?? 0;
    return {
      k: run.k,
      inertia: run.inertia,
      silhouette: run.silhouette,
      sizes: found.map(({ size }) => size),
      names: found.map(({ name }) => name),
      stability: run.choice?.counts ?? null,
      verdict: run.choice?.verdict ?? null,
      grid: run.grid ?? null,
      columns: run.columns,
      customers: run.customers,
      leftOut,
      withoutOrders: apart,
      rows: { read: rows.rowsRead, added: rows.added, skipped: rows.skipped },
      backend: { name: 'none', why: 'segments need no tensors' },
      ms: { import: ms.import, train: ms.segment },
      warnings: [],
    };
  },
};
