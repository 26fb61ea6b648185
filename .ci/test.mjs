// npm test: everything, from a fresh clone with nothing but Node. Closes with one plain line.
import { installPackages } from './install.mjs';

installPackages();
const { provideBrowser } = await import('./provide-browser.mjs');
const { closeWith, runSteps } = await import('./run-step.mjs');
const { BROWSER_STEPS, CHECK_STEPS, LONG_STEPS } = await import('./steps.mjs');

provideBrowser();
closeWith(await runSteps([...CHECK_STEPS, ...LONG_STEPS, ...BROWSER_STEPS]));
