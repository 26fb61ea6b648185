// npm run check: format, lint, types, dead code, unit tests, build, size.
import { installPackages } from './install.mjs';
import { closeWith, runSteps } from './run-step.mjs';
import { CHECK_STEPS } from './steps.mjs';

installPackages();
closeWith(await runSteps(CHECK_STEPS));
