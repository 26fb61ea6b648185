// Runs one step of a gate: its words stream through, its end is a count of passed and failed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './install.mjs';

/** Enough of an error to mend it from the last lines of a log. */
const REASON_LINES = 8;

const SHARED_DATA = new URL('../../shared/data', import.meta.url);

/**
 * @typedef {{ name: string, words: string[], minutes?: number, env?: Record<string, string>,
 *   report?: { path: string, read: (json: any) => Tally } }} Step words: arguments of node
 * @typedef {{ passed: number, failed: number, skipped: number, why: string[] }} Tally
 */

/** Runs a step to its end or its time limit, children included. @returns {Promise<Tally>} */
export async function runStep({ name, words, minutes = 5, env = {}, report }) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  if (report !== undefined) rmSync(report.path, { force: true });
  const exit = await runProcess(words, minutes, env);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const tally = readTally(name, exit, report);
  const verdict = tally.failed === 0 ? 'ok' : 'FAILED';
  console.log(`── ${name}: ${verdict}, ${seconds} s`);
  return tally;
}

function runProcess(words, minutes, env) {
  return new Promise((done) => {
    const child = spawn(process.execPath, words, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...env },
      detached: process.platform !== 'win32', // a group of its own, so that its browsers end with it
    });
    const end = () => killGroup(child.pid);
    const limit = setTimeout(() => {
      console.error(`Stopped after ${minutes} minutes.`);
      end();
    }, minutes * 60_000);
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
    const finish = (code) => {
      clearTimeout(limit);
      process.off('SIGINT', end);
      process.off('SIGTERM', end);
      done(code);
    };
    child.on('error', () => finish(1));
    child.on('exit', (code) => finish(code ?? 1));
  });
}

function killGroup(pid) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // it ended by itself in between
  }
}

function readTally(name, exit, report) {
  if (report === undefined) return countOne(name, exit === 0);
  if (!existsSync(report.path)) return countOne(`${name}: it ended without a report`, exit === 0);
  const tally = report.read(JSON.parse(readFileSync(report.path, 'utf8')));
  // A runner that fails without naming a test (a crash, an unhandled error) is a failure too.
  if (exit !== 0 && tally.failed === 0) {
    tally.failed += 1;
    tally.why.push(`${name}: it ended with code ${exit} and no failed test`);
  }
  return tally;
}

function countOne(name, isPassed) {
  return {
    passed: isPassed ? 1 : 0,
    failed: isPassed ? 0 : 1,
    skipped: 0,
    why: isPassed ? [] : [name],
  };
}

const emptyTally = () => ({ passed: 0, failed: 0, skipped: 0, why: [] });

/** A skip is honest only where the data is absent and the test says that this is its reason. */
function addSkip(tally, title, reason) {
  tally.skipped += 1;
  if (/shared data/i.test(`${title} ${reason}`) && !existsSync(SHARED_DATA)) return;
  tally.failed += 1;
  tally.why.push(`skipped without a reason that counts: ${title}`);
}

/** Reads Vitest's JSON report. */
export function readVitest(json) {
  const tally = emptyTally();
  for (const file of json.testResults) {
    if (
      file.status === 'failed' &&
      file.assertionResults.every((test) => test.status !== 'failed')
    ) {
      tally.failed += 1;
      tally.why.push(`${file.name}: ${file.message}`);
    }
    for (const test of file.assertionResults) addVitest(tally, test);
  }
  return tally;
}

function addVitest(tally, { status, fullName, failureMessages }) {
  if (status === 'passed') tally.passed += 1;
  else if (status === 'failed') {
    tally.failed += 1;
    tally.why.push(
      `${fullName}\n${stripVTControlCharacters(failureMessages?.[0] ?? 'no message')}`,
    );
  } else addSkip(tally, fullName, '');
}

/** Reads Playwright's JSON report. */
export function readPlaywright(json) {
  const tally = emptyTally();
  for (const error of json.errors) {
    tally.failed += 1;
    tally.why.push(error.message ?? 'an error outside any test');
  }
  for (const suite of json.suites) addSuite(tally, suite);
  return tally;
}

/** What the runner said of the last try, without its colours. */
function firstError(test) {
  const message = test.results.at(-1)?.error?.message ?? 'no message';
  return stripVTControlCharacters(message);
}

function addSuite(tally, suite) {
  for (const spec of suite.specs)
    for (const test of spec.tests) {
      const title = `${spec.file}: ${spec.title} (${test.projectName})`;
      if (test.status === 'expected') tally.passed += 1;
      else if (test.status === 'skipped')
        addSkip(tally, title, test.annotations.map((note) => note.description ?? '').join(' '));
      else {
        tally.failed += 1;
        tally.why.push(`${title}\n${firstError(test)}`);
      }
    }
  for (const inner of suite.suites ?? []) addSuite(tally, inner);
}

/** Runs steps one after the other and adds up. @returns {Promise<Tally>} */
export async function runSteps(steps) {
  const total = emptyTally();
  for (const step of steps) {
    const { passed, failed, skipped, why } = await runStep(step);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    total.why.push(...why);
  }
  return total;
}

/** Prints what failed and the closing line, and sets the exit code. */
export function closeWith(total) {
  console.log('');
  for (const reason of total.why) {
    const [title, ...lines] = reason.split('\n');
    console.log(`FAILED  ${title}`);
    for (const line of lines.filter((line) => line.trim() !== '').slice(0, REASON_LINES))
      console.log(`          ${line}`);
  }
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}
