import type { Scale } from '#core/predictions/scale-logits.ts';
import { mixSeed, seededRandom } from '#core/seeded-random.ts';
import type { NetworkShape } from './simd/network-plan.ts';

/** The reference network (product.md M1): Dense 64 relu, Dense 64 relu, Dense 1 sigmoid. */
const hidden = [64, 64] as const;

/** It is a network of one member; packed, its parameters are those of simd/pack-network.ts. */
export const referenceShape = (inputs: number): NetworkShape => ({ inputs, hidden, members: 1 });

export type Layer = { readonly inputs: number; readonly outputs: number };

/** Kernel and bias of every layer, in layer order. */
export type Parameters = readonly {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}[];

/** Inputs and outputs of each layer of a network of `width` inputs. */
export const layersOf = (width: number): readonly Layer[] => {
  const sizes = [width, ...hidden, 1];
  return sizes.slice(1).map((outputs, at) => ({ inputs: sizes[at] ?? 0, outputs }));
};

/** Glorot and Bengio 2010: kernels uniform in ±√(6 / (inputs + outputs)), biases zero. */
export const initialParameters = (width: number, seed: number): Parameters =>
  layersOf(width).flatMap(({ inputs, outputs }, layer) => {
    const random = seededRandom(mixSeed(seed, layer));
    const limit = Math.sqrt(6 / (inputs + outputs));
    const kernel = Float32Array.from(
      { length: inputs * outputs },
      () => (2 * random() - 1) * limit,
    );
    return [
      { shape: [inputs, outputs], values: kernel },
      { shape: [outputs], values: new Float32Array(outputs) },
    ];
  });

/** The same network with Platt's scaling in its last layer: what it says needs nothing afterwards. */
export const scaleParameters = (parameters: Parameters, { slope, shift }: Scale): Parameters =>
  parameters.map((layer, at) => {
    const fromEnd = parameters.length - at;
    if (fromEnd > 2) return layer;
    const added = fromEnd === 1 ? shift : 0;
    return { ...layer, values: layer.values.map((value) => slope * value + added) };
  });

/** All values in one vector, in layer order. */
export const packParameters = (parameters: Parameters): Float32Array => {
  const packed = new Float32Array(parameters.reduce((size, { values }) => size + values.length, 0));
  let offset = 0;
  for (const { values } of parameters) {
    packed.set(values, offset);
    offset += values.length;
  }
  return packed;
};

/** The reverse of packParameters. */
export const unpackParameters = (layers: readonly Layer[], packed: Float32Array): Parameters => {
  let offset = 0;
  const take = (shape: readonly number[]) => {
    const size = shape.reduce((product, side) => product * side, 1);
    offset += size;
    return { shape, values: packed.slice(offset - size, offset) };
  };
  return layers.flatMap(({ inputs, outputs }) => [take([inputs, outputs]), take([outputs])]);
};
