import { logitOf } from '#core/predictions/logit.ts';
import type { Ensemble } from '#core/predictions/model-body.ts';
import type { FinalModel } from '#workers/learn/train-final.ts';
import {
  concatenate,
  cut,
  dense,
  hold,
  inputLayer,
  type LayersModel,
  type StockLayer,
} from './layers-model.ts';
import { type InputPart, inputParts, type PartName } from './model-inputs.ts';
import { networkLayers } from './network-layers.ts';
import { treeLayers } from './tree-layers.ts';

/** How near to 0 and 1 a member's probability is let come before it is weighed. */
export const edges: Readonly<Record<'logistic' | 'network', number>> = {
  logistic: 1e-7,
  network: 1e-6,
};

/** Layers that were fitted as they are: relu between them, a sigmoid at the end. */
const plainLayers = (parameters: FinalModel['parameters']): LayersModel => {
  const count = parameters.length / 2;
  const layers: StockLayer[] = [inputLayer(parameters[0]?.shape[0] ?? 0)];
  for (let at = 0; at < count; at += 1) {
    const isLast = at === count - 1;
    layers.push(
      dense(isLast ? 'probability' : `hidden-${at + 1}`, layers.at(-1)?.name ?? '', {
        kernel: parameters[at * 2]?.values ?? new Float32Array(),
        bias: parameters[at * 2 + 1]?.values ?? new Float32Array(),
        activation: isLast ? 'sigmoid' : 'relu',
      }),
    );
  }
  return layers;
};

/** A logit held within `edge` of 0 and 1 and moved to begin at 0: that is what a stock layer can hold. */
const held = (name: string, below: string, edge: number): readonly StockLayer[] => [
  dense(`${name}-from-edge`, below, {
    kernel: Float32Array.of(1),
    bias: Float32Array.of(-logitOf(0, edge)),
  }),
  hold(`${name}-held`, `${name}-from-edge`, -2 * logitOf(0, edge)),
];

type Branch = {
  readonly layers: readonly StockLayer[];
  readonly end: string;
  /** What was added to its logit. */
  readonly moved: number;
};

const branchOf: Readonly<Record<PartName, (ensemble: Ensemble, part: InputPart) => Branch>> = {
  logistic: ({ logistic: { weights, bias } }) => ({
    layers: [
      dense('logistic-logit', 'logistic-inputs', {
        kernel: Float32Array.from(weights),
        bias: Float32Array.of(bias),
      }),
      ...held('logistic', 'logistic-logit', edges.logistic),
    ],
    end: 'logistic-held',
    moved: -logitOf(0, edges.logistic),
  }),
  trees: ({ trees }, { codes = [], width }) => ({
    layers: treeLayers(trees, codes, width),
    end: 'trees-logit',
    moved: 0,
  }),
  network: ({ network }) => ({
    layers:
      network === undefined
        ? []
        : [...networkLayers(network), ...held('network', 'network-logit', edges.network)],
    end: 'network-held',
    moved: -logitOf(0, edges.network),
  }),
};

const ensembleLayers = (ensemble: Ensemble): LayersModel => {
  const { parts, width } = inputParts(ensemble);
  const branches = parts.map((part) => ({ ...branchOf[part.name](ensemble, part), part }));
  const { weights, bias } = ensemble.stack;
  const weightOf = ({ place }: InputPart) => weights[place] ?? 0;
  const moved = branches.reduce((sum, branch) => sum + weightOf(branch.part) * branch.moved, 0);
  const [only] = branches;
  const together = branches.length > 1;
  return [
    inputLayer(width),
    ...branches.flatMap(({ layers, part: { name, from, width: own } }) => [
      ...cut(`${name}-inputs`, 'matrix', { from, to: from + own, width }),
      ...layers,
    ]),
    ...(together
      ? [
          concatenate(
            'logits',
            branches.map(({ end }) => end),
          ),
        ]
      : []),
    dense('probability', together ? 'logits' : (only?.end ?? 'matrix'), {
      kernel: Float32Array.from(branches, ({ part }) => weightOf(part)),
      bias: Float32Array.of(bias - moved),
      activation: 'sigmoid',
    }),
  ];
};

/** A model as stock layers of TensorFlow.js: a row of the matrix in, its probability out. */
export const modelLayers = ({ parameters, ensemble }: FinalModel): LayersModel =>
  ensemble === undefined ? plainLayers(parameters) : ensembleLayers(ensemble);
