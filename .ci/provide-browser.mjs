// Finds a Chromium that starts: the system's; else Playwright's; else one from apt where we may.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright';
import { findSystemBrowser } from './find-browser.mjs';
import { ROOT } from './install.mjs';

const starts = (path) =>
  path !== undefined &&
  existsSync(path) &&
  spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;

function run(command, words, env = {}) {
  console.log(`${command} ${words.join(' ')}`);
  const options = {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    timeout: 300_000,
  };
  return spawnSync(command, words, options).status === 0;
}

function installPlaywrightsOwn() {
  console.log('No Chromium on this system: fetching the one Playwright is made for …');
  const words = ['node_modules/playwright/cli.js', 'install', '--no-shell', 'chromium'];
  return run(process.execPath, words, { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' });
}

function installFromDebian() {
  const isDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!isDebian) return false;
  console.log('Installing Chromium with apt-get …');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const words = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'];
  return run('apt-get', ['update'], env) && run('apt-get', words, env);
}

const hasBrowser = () => starts(findSystemBrowser()) || starts(chromium.executablePath());

/** Ends the process with one sentence when there is no browser and none can be had. */
export function provideBrowser() {
  if (hasBrowser()) return;
  if (installPlaywrightsOwn() && hasBrowser()) return;
  if (installFromDebian() && hasBrowser()) return;
  console.error(
    'The tests need Chromium and none could be installed: install it, or name one in RAPPORT_CHROMIUM.',
  );
  process.exit(1);
}
