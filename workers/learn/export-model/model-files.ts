import type { ModelVersion } from '#core/predictions/model-version.ts';
import type { FinalModel } from '#workers/learn/train-final.ts';
import { describeRecipe } from './describe-recipe.ts';
import { writeLayersModel } from './layers-model.ts';
import { edges, modelLayers } from './model-layers.ts';

/** One file of the folder. */
export type ModelFile = { readonly name: string; readonly file: Blob };

const jsonFile = (name: string, content: unknown): ModelFile => ({
  name,
  file: new Blob([`${JSON.stringify(content, null, 1)}\n`], { type: 'application/json' }),
});

/** How logits became the probability: it is in the model already, and stands here to be read. */
const describeCalibration = ({ calibration }: ModelVersion, { ensemble }: FinalModel) => ({
  format: 'rapport-calibration',
  version: 1,
  inModel: true,
  platt:
    ensemble === undefined
      ? {
          slopes: { model: 1 },
          offset: 0,
          fittedOn:
            'rows the model had not learned from; slope and offset stand in its last layer, so that its logit is used as it is',
        }
      : {
          slopes: {
            logistic: ensemble.stack.weights[0] ?? 0,
            trees: ensemble.stack.weights[1] ?? 0,
            network: ensemble.stack.weights[2] ?? 0,
          },
          offset: ensemble.stack.bias,
          fittedOn: 'rows out of their fold, none of which the members had learned from',
        },
  rule: 'probability = 1 / (1 + exp(-(offset + sum of slope * logit)))',
  /** Rows set aside: what was said, and what happened. */
  checked: calibration,
});

/** The members of an ensemble in plain numbers, for somebody who does without TensorFlow.js. */
const describeEnsemble = ({
  logistic,
  trees,
  network,
  stack,
}: NonNullable<FinalModel['ensemble']>) => ({
  format: 'rapport-ensemble',
  version: 1,
  stack: {
    weights: {
      logistic: stack.weights[0] ?? 0,
      trees: stack.weights[1] ?? 0,
      network: stack.weights[2] ?? 0,
    },
    bias: stack.bias,
    rule: 'probability = 1 / (1 + exp(-(bias + sum of weight * logit)))',
  },
  logistic: {
    weights: logistic.weights,
    bias: logistic.bias,
    rule: `logit = bias + sum of weight * input, held where the probability is ${edges.logistic} away from 0 and 1`,
  },
  trees: {
    base: trees.base,
    fields: trees.fields,
    trees: trees.trees,
    rule: 'Each tree lists its nodes, the root first. columns: the field asked about, -1 for a leaf. A numeric code goes left below cuts, code 0 (missing) where missingLeft is 1; where lefts is a list, the codes in it go left (0: never seen, then the levels from 1 on). children: the left child, the right one follows it. logit = base + sum of the values of the leaves reached.',
  },
  ...(network !== undefined && {
    network: {
      members: network.members,
      hidden: network.hidden,
      rule: `Its numbers are the layers "network-..." of model.json: probability = mean over the members of 1 / (1 + exp(-logit)), held ${edges.network} away from 0 and 1, then turned into a logit.`,
    },
  }),
});

/** A model as files that any program with TensorFlow.js can use. */
export const modelFiles = (
  model: ModelVersion,
  final: FinalModel,
  readme: string,
): readonly ModelFile[] => {
  const { json, numbers } = writeLayersModel(modelLayers(final));
  return [
    { name: 'README.md', file: new Blob([readme], { type: 'text/markdown' }) },
    { name: 'model.json', file: new Blob([json], { type: 'application/json' }) },
    { name: 'weights.bin', file: new Blob(numbers as unknown as BlobPart[]) },
    jsonFile('recipe.json', describeRecipe(model, final)),
    jsonFile('calibration.json', describeCalibration(model, final)),
    ...(final.ensemble === undefined
      ? []
      : [jsonFile('ensemble.json', describeEnsemble(final.ensemble))]),
  ];
};
