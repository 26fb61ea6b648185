// TensorFlow.js registers every kernel of a backend, and what is registered is bundled: some 160 a
// backend, of which a training step takes nineteen. Its own way to a smaller bundle is another
// register_all_kernels.js, and that is what this plugin puts in its place.

/** What the operations of workers/learn/tensors/ come down to, and what their kernels call. */
const KERNELS = [
  '_FusedMatMul',
  'Add',
  'BatchMatMul',
  'Cast',
  'Concat',
  'Identity',
  'Multiply',
  'RealDiv',
  'Reshape',
  'Sigmoid',
  'Slice',
  'Softplus',
  'Sqrt',
  'Square',
  'Step',
  'Sub',
  'Sum',
  'Tile',
  'Transpose',
];
const REGISTRY = /@tensorflow\/tfjs-backend-\w+\/dist\/register_all_kernels\.js$/;

/** `import { addConfig } from './kernels/Add'`, as the package itself writes it. */
const importOf = (kernel) => {
  const config = `${kernel.replace(/[A-Z]/, (letter) => letter.toLowerCase())}Config`;
  return { config, line: `import { ${config} } from './kernels/${kernel}';` };
};

/** A plugin of the bundler: a backend registers what is used, and nothing else of it is bundled. */
export const usedKernels = () => ({
  name: 'rapport-used-kernels',
  load(id) {
    if (!REGISTRY.test(id.replaceAll('\\', '/'))) return undefined;
    const imports = KERNELS.map(importOf);
    return [
      `import { registerKernel } from '@tensorflow/tfjs-core';`,
      ...imports.map(({ line }) => line),
      ...imports.map(({ config }) => `registerKernel(${config});`),
    ].join('\n');
  },
});
