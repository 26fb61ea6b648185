import type { NetworkBody } from '#core/predictions/model-body.ts';
import { activation, concatenate, dense, reshape, type StockLayer } from './layers-model.ts';

/** Packed parameters (pack-network.ts), taken one stretch after the other. */
const unpack = (parameters: Float32Array) => {
  let at = 0;
  return (count: number): Float32Array => {
    at += count;
    return parameters.slice(at - count, at);
  };
};

const tile = (values: Float32Array, times: number): Float32Array => {
  const tiled = new Float32Array(values.length * times);
  for (let time = 0; time < times; time += 1) tiled.set(values, time * values.length);
  return tiled;
};

/** The first kernel of all members side by side: each has the inputs' scales of its own folded in. */
const foldScales = (
  kernel: Float32Array,
  scales: Float32Array,
  inputs: number,
  members: number,
): Float32Array => {
  const outputs = kernel.length / inputs;
  const folded = new Float32Array(kernel.length * members);
  for (let input = 0; input < inputs; input += 1)
    for (let member = 0; member < members; member += 1) {
      const scale = scales[member * inputs + input] ?? 1;
      const into = (input * members + member) * outputs;
      for (let output = 0; output < outputs; output += 1)
        folded[into + output] = scale * (kernel[input * outputs + output] ?? 0);
    }
  return folded;
};

/** Heads of all members as one block-diagonal kernel, the logits first, then their negatives. */
const bothSigns = (heads: Float32Array, biases: Float32Array) => {
  const members = biases.length;
  const outputs = heads.length / members;
  const kernel = new Float32Array(heads.length * members * 2);
  for (let member = 0; member < members; member += 1)
    for (let output = 0; output < outputs; output += 1) {
      const row = (member * outputs + output) * members * 2;
      const weight = heads[member * outputs + output] ?? 0;
      kernel[row + member] = weight;
      kernel[row + members + member] = -weight;
    }
  return { kernel, bias: Float32Array.from([...biases, ...biases.map((one) => -one)]) };
};

/** Minus what comes in, `size` numbers side by side. */
const negate = (name: string, below: string, size: number): StockLayer => {
  const kernel = new Float32Array(size * size);
  for (let at = 0; at < size; at += 1) kernel[at * size + at] = -1;
  return dense(name, below, { kernel, bias: new Float32Array(size) });
};

/**
 * The logit of the mean of the members' probabilities. No stock layer takes a logarithm, but softplus and
 * logSoftmax do: log p = −softplus(−z), and log Σ exp(a) = a₀ − logSoftmax(a)₀.
 */
const logitOfMean = (members: number): readonly StockLayer[] => {
  const kernel = new Float32Array(members * 4);
  // Of a: the second row (log p) counts for, the first (log (1 − p)) against. Of logSoftmax the other way.
  kernel[0] = -1;
  kernel[members] = 1;
  kernel[members * 2] = 1;
  kernel[members * 3] = -1;
  return [
    reshape('network-signs', 'network-both', [2, members]),
    negate('network-logs', 'network-signs', members),
    activation('network-shares', 'network-logs', 'log_softmax'),
    reshape('network-flat-logs', 'network-logs', [members * 2]),
    reshape('network-flat-shares', 'network-shares', [members * 2]),
    concatenate('network-sums', ['network-flat-logs', 'network-flat-shares']),
    dense('network-logit', 'network-sums', { kernel, bias: new Float32Array(1) }),
  ];
};

/** The default network as stock layers: reads `network-inputs`, ends in `network-logit`. */
export const networkLayers = ({
  recipe: { width },
  members,
  hidden,
  parameters,
}: NetworkBody): readonly StockLayer[] => {
  const take = unpack(Float32Array.from(parameters));
  const scales = take(members > 1 ? members * width : 0);
  const layers: StockLayer[] = [];
  let [below, inputs] = ['network-inputs', width];
  for (const [at, outputs] of hidden.entries()) {
    const name = `network-hidden-${at + 1}`;
    const [kernel, bias] = [take(inputs * outputs), take(outputs)];
    const isFirst = at === 0;
    const own = isFirst
      ? { kernel: foldScales(kernel, scales, inputs, members), bias: tile(bias, members) }
      : { kernel, bias };
    layers.push(dense(name, below, { ...own, activation: 'relu' }));
    if (isFirst) layers.push(reshape('network-members', name, [members, outputs]));
    below = isFirst ? 'network-members' : name;
    inputs = outputs;
  }
  const heads = bothSigns(take(members * inputs), take(members));
  return [
    ...layers,
    reshape('network-all', below, [members * inputs]),
    dense('network-both', 'network-all', { ...heads, activation: 'softplus' }),
    ...logitOfMean(members),
  ];
};
