import type { FindValues } from '#core/predictions/encode-rows.ts';
import { logitOf } from '#core/predictions/logit.ts';
import type { NetworkBody } from '#core/predictions/model-body.ts';
import { encodeRichRows, fitRichRecipe } from '#core/predictions/rich-recipe.ts';
import { openNetwork } from '#workers/learn/network.ts';
import { blockRowsOf, predictRows } from '#workers/learn/predict-rows.ts';
import { labelsOf, type Question } from '#workers/learn/prepare-rows.ts';
import type { NetworkShape } from '#workers/learn/simd/network-plan.ts';
import type { Turns } from '#workers/learn/take-turns.ts';
import { seededRows, type TrainingStep } from '#workers/learn/training-step.ts';

/** TabM-mini (Gorishniy and others 2024) with the settings of learning.md 2. */
export const members = 8;
export const hidden: NetworkShape['hidden'] = [64, 64];
export const highestRate = 3e-3;
export const decay = 0.02;
export const dropout = 0.1;

/** Small tables need more steps than rounds alone would give them. */
export const batchRowsFor = (rows: number): number =>
  rows > 20_000 ? 256 : rows > 5_000 ? 128 : 64;

const shapeOf = ({ recipe, hidden: sizes, members: count }: NetworkBody): NetworkShape => {
  const [first = 1, ...above] = sizes;
  return { inputs: recipe.width, hidden: [first, ...above], members: count };
};

const probabilityMargin = 1e-6;

/** Logits of probabilities, those near 0 and 1 held. */
export const logitsOf = (said: ArrayLike<number>): Float64Array =>
  Float64Array.from(said, (one) => logitOf(one, probabilityMargin));

/** Logits by the default network, on the current backend; undefined when cancelled. */
export const networkLogits = async (
  body: NetworkBody,
  find: FindValues,
  rows: Uint32Array,
  turns: Turns,
): Promise<Float64Array | undefined> => {
  const parameters = Float32Array.from(body.parameters);
  const network = openNetwork(shapeOf(body), parameters, { batchRows: 1 });
  try {
    const said = new Float64Array(rows.length);
    const blockRows = blockRowsOf(body.members);
    for (let from = 0; from < rows.length; from += blockRows) {
      const part = rows.subarray(from, from + blockRows);
      const matrix = encodeRichRows(body.recipe, find, part);
      const block = await predictRows(network, matrix, blockRows, turns);
      if (block === undefined) return undefined;
      said.set(logitsOf(block), from);
    }
    return said;
  } finally {
    network.close();
  }
};

/** So many rows say how wide and how full the inputs will be. */
const probedRows = 2000;

/** The step of the default network on these places of a table: what a backend is timed at before training. */
export const defaultStep = (question: Question, rows: Uint32Array): TrainingStep => {
  const some = rows.subarray(0, probedRows);
  const recipe = fitRichRecipe(question.used, some);
  const batch = some.subarray(0, batchRowsFor(rows.length));
  return {
    shape: { inputs: recipe.width, hidden, members },
    rate: { rate: highestRate, decay },
    dropout,
    table: {
      values: encodeRichRows(recipe, question.table.find, batch).values,
      labels: labelsOf(question, batch),
    },
  };
};

/** The same of a network that is there already, for scoring `rows` rows. */
export const stepOfBody = (body: NetworkBody, rows: number): TrainingStep => {
  const shape = shapeOf(body);
  return {
    shape,
    rate: { rate: highestRate, decay },
    dropout,
    table: seededRows(batchRowsFor(rows), shape.inputs, 0),
  };
};
