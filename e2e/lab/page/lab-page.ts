import { classify } from './classify-table.ts';
import { dumpTables } from './dump-tables.ts';
import { fitMatrix } from './fit-matrix.ts';
import { importFile } from './import-file.ts';
import { importFiles } from './import-files.ts';
import { importWatched } from './import-watched.ts';
import { kmeansFromStart, kmeansRestarts } from './kmeans-engine.ts';
import type { LabWindow } from './lab-contract.ts';
import { predict } from './predict-table.ts';
import { repurchase } from './repurchase-orders.ts';
import { segment } from './segment-table.ts';
import { erase, writeRaw } from './write-raw.ts';

// Wiring only: Node calls these by name, with plain data (the page's policy forbids evaluation).
(globalThis as LabWindow).rapportLab = {
  importFiles,
  importFile: (input) => importFile(input),
  dumpTables,
  predict,
  segment,
  repurchase,
  classify,
  writeRaw,
  erase,
  kmeansFromStart,
  kmeansRestarts,
  fitMatrix,
  importWatched,
};
