// `npm run lab -- <command>`: starts the laboratory. A plain module, because Node 20 cannot run
// TypeScript: Vite's module runner loads the rest.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(
  fileURLToPath(new URL('./node/run-lab.ts', import.meta.url)),
  { configFile: false, logLevel: 'error' },
);
const exit = await module.runLab(process.argv.slice(2));
// A build or browser that a timeout left behind must not keep the process alive.
process.stdout.write('', () => process.exit(exit));
