// Loads an exported model as anybody would: TensorFlow.js on its cpu backend, nothing of Rapport.
// `node e2e/lab/peers/load-model.mjs FOLDER` prints one line of JSON: rows compared, the largest difference
// between what the model says of matrix.csv and what scores.csv holds, and the layers it is made of.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import '@tensorflow/tfjs-backend-cpu';
import { memory, ready, setBackend, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';

const rowsAtOnce = 500;

/** Lines of a CSV file whose cells hold no line break but in the header. */
const readRows = async (path) => {
  const text = await readFile(path, 'utf8');
  const lines = text.trimEnd().split('\n');
  return lines.slice(1).map((line) => line.split(',').map(Number));
};

const serve = async (folder) => {
  const server = createServer(async (request, response) => {
    try {
      response.end(await readFile(join(folder, basename(request.url ?? ''))));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
};

const check = async (folder) => {
  await setBackend('cpu');
  await ready();
  const server = await serve(folder);
  const model = await loadLayersModel(`http://127.0.0.1:${server.address().port}/model.json`);
  server.closeAllConnections();
  server.close();
  const recipe = JSON.parse(await readFile(join(folder, 'recipe.json'), 'utf8'));
  const matrix = await readRows(join(folder, 'matrix.csv'));
  const scores = new Map(await readRows(join(folder, 'scores.csv')));
  const held = memory().numTensors;
  let most = 0;
  for (let from = 0; from < matrix.length; from += rowsAtOnce) {
    const part = matrix.slice(from, from + rowsAtOnce);
    const inputs = part.map(([, ...row]) => row);
    const said = tidy(() =>
      model.predict(tensor2d(inputs, [part.length, recipe.width])).dataSync(),
    );
    part.forEach(([row], at) => {
      const apart = Math.abs(said[at] - scores.get(row));
      most = Math.max(most, Number.isNaN(apart) ? Number.POSITIVE_INFINITY : apart);
    });
  }
  const kinds = [...new Set(model.layers.map((layer) => layer.getClassName()))];
  const left = memory().numTensors - held;
  return { rows: matrix.length, most, kinds, parameters: model.countParams(), left };
};

console.log(JSON.stringify(await check(process.argv[2] ?? '.')));
