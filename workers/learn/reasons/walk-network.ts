import { logitOf } from '#core/predictions/logit.ts';
import { fullRows } from '#workers/learn/simd/gather-rows.ts';
import { multiply } from '#workers/learn/simd/multiply.ts';
import { chunkRows } from '#workers/learn/simd/network-plan.ts';
import { headOf } from '#workers/learn/simd/run-forward.ts';
import type { ColumnTables } from './column-tables.ts';

/** Writes rows of places as lists the kernels read. */
const listPlaces = (
  { integers, entries, ends, network }: ColumnTables,
  rows: Int32Array,
  from: number,
  count: number,
): void => {
  const columns = network.inputs.length;
  let entry = entries / 4;
  for (let at = 0; at < fullRows(count); at += 1) {
    if (at < count)
      for (let column = 0; column < columns; column += 1) {
        integers[entry] = rows[(from + at) * columns + column] as number;
        entry += 2;
      }
    integers[ends / 4 + at] = entry * 4;
  }
};

/** What one member makes of the listed rows, added to their probabilities. */
const runMember = (tables: ColumnTables, member: number, count: number): void => {
  const { plan, kernels, network, knownCount } = tables;
  const [first, ...above] = plan.layers;
  const rows = fullRows(count);
  const slots = knownCount + network.inputs.length;
  const start = (bias: number) => ({ at: plan.parameters + bias, row: 0, panel: 32 });
  multiply(kernels, {
    a: { entries: tables.entries, ends: tables.ends },
    rows,
    b: { at: tables.tables + member * tables.tableBytes, row: 32, panel: slots * 32 },
    panels: first.panels,
    length: slots,
    start: start(first.bias),
    out: { at: first.said, row: first.panels * 32, panel: 32 },
    floor: 0,
  });
  let below = first;
  for (const layer of above) {
    multiply(kernels, {
      a: { at: below.said, row: below.panels * 32, step: 4 },
      rows,
      b: { at: plan.parameters + layer.kernel, row: 32, panel: layer.width * 32 },
      panels: layer.panels,
      length: layer.width,
      start: start(layer.bias),
      out: { at: layer.said, row: layer.panels * 32, panel: 32 },
      floor: 0,
    });
    below = layer;
  }
  const head = headOf(plan, member);
  kernels.addProbabilities(
    below.said,
    count,
    plan.lastWidth,
    plan.parameters + head.kernel,
    plan.parameters + head.bias,
    1 / plan.shape.members,
    plan.probabilities,
  );
};

/**
 * Logits of rows of places (`rows[row × columns + column]`), the mean over the members, kept `edge` away
 * from probabilities of 0 and 1 as the model itself keeps them.
 */
export const logitsOfPlaces = (
  tables: ColumnTables,
  rows: Int32Array,
  count: number,
  edge: number,
): Float64Array => {
  const { plan, floats } = tables;
  const logits = new Float64Array(count);
  const place = plan.probabilities / 4;
  for (let from = 0; from < count; from += chunkRows) {
    const part = Math.min(chunkRows, count - from);
    listPlaces(tables, rows, from, part);
    floats.fill(0, place, place + part);
    for (let member = 0; member < plan.shape.members; member += 1) runMember(tables, member, part);
    for (let at = 0; at < part; at += 1)
      logits[from + at] = logitOf(floats[place + at] as number, edge);
  }
  return logits;
};
