// Checks the four floors side by side, each with the library of its own world.
import { spawn } from 'node:child_process';
import { ROOT } from './install.mjs';

const FLOORS = ['src/core', 'src', 'workers', 'e2e'];

function checkFloor(floor) {
  return new Promise((done) => {
    const words = ['node_modules/typescript/bin/tsc', '-p', floor, '--noEmit', '--pretty'];
    spawn(process.execPath, words, { cwd: ROOT, stdio: 'inherit' }).on('exit', (code) => {
      console.log(`${floor}: ${code === 0 ? 'ok' : 'wrong'}`);
      done(code ?? 1);
    });
  });
}

const codes = await Promise.all(FLOORS.map(checkFloor));
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
