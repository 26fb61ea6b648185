/** Numbers of a layer, in the shape TensorFlow.js expects under this name. */
export type LayerWeight = {
  readonly name: 'kernel' | 'bias' | 'depthwise_kernel';
  readonly shape: readonly number[];
  readonly values: Float32Array;
};

/** A stock layer of TensorFlow.js: its class, its settings, the layers it reads, its numbers. */
export type StockLayer = {
  readonly className: string;
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly below: readonly string[];
  readonly weights: readonly LayerWeight[];
};

/** Layers from below, the input first and the one that answers last. */
export type LayersModel = readonly StockLayer[];

const plain = (
  className: string,
  name: string,
  below: readonly string[],
  config: StockLayer['config'],
): StockLayer => ({ className, name, below, config, weights: [] });

/** Where a row of the matrix comes in. */
export const inputLayer = (width: number): StockLayer =>
  plain('InputLayer', 'matrix', [], {
    batch_input_shape: [null, width],
    dtype: 'float32',
    sparse: false,
  });

export const activation = (name: string, below: string, kind: string): StockLayer =>
  plain('Activation', name, [below], { activation: kind });

export const reshape = (name: string, below: string, shape: readonly number[]): StockLayer =>
  plain('Reshape', name, [below], { target_shape: shape });

export const concatenate = (name: string, below: readonly string[]): StockLayer =>
  plain('Concatenate', name, below, { axis: -1 });

/** Holds what comes in between 0 and `most`. */
export const hold = (name: string, below: string, most: number): StockLayer =>
  plain('ReLU', name, [below], { max_value: most });

/** The inputs `from` to `to` (excluded) of a row of `width`: no layer cuts rows, one cuts pictures. */
export const cut = (
  name: string,
  below: string,
  { from, to, width }: { readonly from: number; readonly to: number; readonly width: number },
): readonly StockLayer[] => [
  reshape(`${name}-tall`, below, [width, 1, 1]),
  plain('Cropping2D', `${name}-cut`, [`${name}-tall`], {
    cropping: [
      [from, width - to],
      [0, 0],
    ],
    data_format: 'channels_last',
  }),
  reshape(name, `${name}-cut`, [to - from]),
];

/** `activation(inputs · kernel + bias)`; the kernel lies row by row, one row an input. */
export const dense = (
  name: string,
  below: string,
  {
    kernel,
    bias,
    activation: kind = 'linear',
  }: {
    readonly kernel: Float32Array;
    readonly bias: Float32Array;
    readonly activation?: string;
  },
): StockLayer => {
  const units = bias.length;
  return {
    className: 'Dense',
    name,
    below: [below],
    config: { units, activation: kind, use_bias: true },
    weights: [
      { name: 'kernel', shape: [kernel.length / units, units], values: kernel },
      { name: 'bias', shape: [units], values: bias },
    ],
  };
};

const topologyOf = ({ className, name, config, below }: StockLayer) => ({
  class_name: className,
  name,
  config: { name, trainable: false, ...config },
  inbound_nodes: below.length === 0 ? [] : [below.map((from) => [from, 0, 0, {}])],
});

/** What `tf.loadLayersModel` reads: the text of `model.json`, and the numbers it names. */
export const writeLayersModel = (
  layers: LayersModel,
): { readonly json: string; readonly numbers: readonly Float32Array[] } => {
  const [first, last] = [layers[0]?.name, layers.at(-1)?.name];
  const weights = layers.flatMap(({ name: layer, weights: own }) =>
    own.map(({ name, shape, values }) => ({ name: `${layer}/${name}`, shape, values })),
  );
  const model = {
    format: 'layers-model',
    generatedBy: 'Rapport',
    convertedBy: null,
    modelTopology: {
      class_name: 'Model',
      config: {
        name: 'rapport',
        layers: layers.map(topologyOf),
        input_layers: [[first, 0, 0]],
        output_layers: [[last, 0, 0]],
      },
      keras_version: 'tfjs-layers 4.22.0',
      backend: 'tensor_flow.js',
    },
    weightsManifest: [
      {
        paths: ['weights.bin'],
        weights: weights.map(({ name, shape }) => ({ name, shape, dtype: 'float32' })),
      },
    ],
  };
  return { json: JSON.stringify(model, null, 1), numbers: weights.map(({ values }) => values) };
};
