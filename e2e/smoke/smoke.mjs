// `npm run smoke -- firefox|webkit`: one short journey in a browser that is not Chromium. A plain
// module, because Node 20 cannot run TypeScript: Vite's module runner loads the rest.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { buildIfChanged } from '../../.ci/build.mjs';

buildIfChanged();
const { module } = await runnerImport(fileURLToPath(new URL('./run-smoke.ts', import.meta.url)), {
  configFile: false,
  logLevel: 'error',
});
process.exit(await module.runSmoke(process.argv.slice(2)));
