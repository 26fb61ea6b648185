/** An axis of the map: the column's own units, squeezed by a logarithm where the run did so. */
export type Axis = { readonly least: number; readonly most: number; readonly log: boolean };

/** log1p, mirrored below zero: the same squeeze the segments were found with. */
const squeeze = (value: number): number => (value < 0 ? -Math.log1p(-value) : Math.log1p(value));

const percentile = (ascending: Float32Array, share: number) =>
  ascending[Math.round((ascending.length - 1) * share)] ?? 0;

/**
 * The axis that shows all but the outermost half percent on each side: one giant customer would press
 * the rest into a line. Values beyond stand at the edge. Not-a-numbers are passed over.
 */
export const fitAxis = (values: Float32Array, log: boolean): Axis => {
  const known = values.filter((value) => Number.isFinite(value)).sort();
  const least = percentile(known, 0.005);
  const most = percentile(known, 0.995);
  return most > least ? { least, most, log } : { least: least - 1, most: least + 1, log };
};

/** Where a value stands on an axis, 0 (least) .. 1 (most). */
export const placeOnAxis = ({ least, most, log }: Axis, value: number): number => {
  const at = (number: number) => (log ? squeeze(number) : number);
  const place = (at(value) - at(least)) / (at(most) - at(least));
  return Math.min(1, Math.max(0, place));
};

/** Steps of 1, 2 or 5 times a power of ten. */
const stepOf = (span: number, wanted: number): number => {
  const raw = span / wanted;
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = raw / power;
  if (factor <= 1) return power;
  if (factor <= 2) return 2 * power;
  return factor <= 5 ? 5 * power : 10 * power;
};

const evenTicks = (least: number, most: number, wanted: number): number[] => {
  const step = stepOf(most - least, wanted);
  const ticks: number[] = [];
  for (let at = Math.ceil(least / step); at * step <= most; at += 1)
    ticks.push(Number((at * step).toPrecision(12)));
  return ticks;
};

/** Round values to write beside an axis: about `wanted` of them, none closer than a tenth. */
export const listTicks = (axis: Axis, wanted: number): readonly number[] => {
  const { least, most, log } = axis;
  if (!log || least < 0) return evenTicks(least, most, wanted);
  const round: number[] = [0];
  for (let power = 1; power <= most; power *= 10) round.push(power, 2 * power, 5 * power);
  const ticks: number[] = [];
  for (const value of round.filter((candidate) => candidate >= least && candidate <= most)) {
    const last = ticks.at(-1);
    const gap = last === undefined ? 1 : placeOnAxis(axis, value) - placeOnAxis(axis, last);
    if (gap >= 0.8 / wanted) ticks.push(value);
  }
  return ticks;
};
