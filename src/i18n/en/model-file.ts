/** Taking a model out of Rapport, and the page that lies beside it in the folder. */
export const modelFile = {
  export: 'Export model',
  title: 'Take this model out of Rapport',
  what: 'A ZIP file with the model for TensorFlow.js, the recipe that turns a customer into numbers, and how it was checked.',
  notSealed: 'The file is not sealed: whoever has it can read it.',
  tells:
    'No customer is in it by name. But it holds the names of your columns, the values of choices (towns, for instance) and where the numbers of your customers lie, from the smallest to the largest.',
  make: 'Make the file',
  ready: 'The file is in your downloads.',
  fileName: 'model',
  readme: ({
    field,
    positive,
    isEnsemble,
    hasMatrix,
  }: {
    readonly field: string;
    readonly positive: string;
    readonly isEnsemble: boolean;
    readonly hasMatrix: boolean;
  }): string =>
    [
      '# A model made with Rapport',
      '',
      `It says how likely “${field}” is “${positive}”.`,
      '',
      '| file | what it is |',
      '|---|---|',
      '| `model.json`, `weights.bin` | a TensorFlow.js LayersModel of stock layers: a row of the matrix in, its probability out |',
      '| `recipe.json` | how a row of the table becomes a row of the matrix, with every number it takes |',
      '| `calibration.json` | how logits became probabilities (it is in the model already), and how that was checked |',
      ...(isEnsemble
        ? [
            '| `ensemble.json` | the simple model, the trees and the weights of the stack in plain numbers |',
          ]
        : []),
      ...(hasMatrix
        ? [
            '| `matrix.csv` | the matrix of the table that was scored: `row` (of the file, from 0), then the inputs |',
            '| `scores.csv` | the probability Rapport gave each of those rows |',
          ]
        : []),
      '',
      'To use it, serve the folder and:',
      '',
      '```js',
      "const model = await tf.loadLayersModel('model.json');",
      'const probabilities = model.predict(tf.tensor2d(rows)); // rows: arrays of recipe.width numbers',
      '```',
      '',
      'Numbers differ from those of Rapport by less than 0.00001 on the processor (`cpu`). On graphics chips that compute',
      'with 16 bits they differ more.',
      '',
      'These files are not sealed. They name no customer, but hold the names of columns, the values of choices',
      'and where the numbers of the customers lie: hand them on as you would hand on such a list.',
      '',
    ].join('\n'),
};
