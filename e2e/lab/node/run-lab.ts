import { writeFile } from 'node:fs/promises';
import { benchCommand } from './bench-command.ts';
import { buildLab } from './build-lab.ts';
import { classifyCommand } from './classify-command.ts';
import { needPlace } from './find-input.ts';
import { importCommand } from './import-command.ts';
import type { LabCommand } from './lab-command.ts';
import { isLabFailure, labFailure } from './lab-failure.ts';
import { type LabSession, startSession } from './lab-session.ts';
import { type Options, parseOptions } from './parse-options.ts';
import { predictCommand } from './predict-command.ts';
import { repurchaseCommand } from './repurchase-command.ts';
import { segmentCommand } from './segment-command.ts';

const commands: Readonly<Record<string, LabCommand>> = {
  import: importCommand,
  predict: predictCommand,
  segment: segmentCommand,
  repurchase: repurchaseCommand,
  classify: classifyCommand,
  bench: benchCommand,
};
const laterCommands = ['recommend', 'retrieve', 'ask'];
const usualTimeout = 900;

const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const findCommand = (name: string | undefined): LabCommand => {
  if (name !== undefined && Object.hasOwn(commands, name)) return commands[name] as LabCommand;
  if (laterCommands.includes(name ?? ''))
    throw labFailure(2, 'not-built', `${name} is not built yet.`);
  throw labFailure(2, 'usage', `Commands: ${Object.keys(commands).join(', ')}.`);
};

const deadline = (
  seconds: number,
): { readonly passed: Promise<never>; readonly stop: () => void } => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const passed = new Promise<never>((_, fail) => {
    timer = setTimeout(
      () => fail(labFailure(4, 'timeout', `Not done after ${seconds} seconds.`)),
      seconds * 1000,
    );
  });
  return { passed, stop: () => clearTimeout(timer) };
};

const work = async (name: string, command: LabCommand, options: Options) => {
  const seconds = options.whole('timeout') ?? usualTimeout;
  const { passed, stop } = deadline(seconds);
  let session: LabSession | undefined;
  const run = async () => {
    const folder = await buildLab(log);
    session = await startSession(folder, log);
    const startedAt = performance.now();
    const { ms, warnings, backend, ...own } = await command.run(session, options, log);
    return {
      command: name,
      seed: options.whole('seed') ?? 0,
      backend: backend ?? { name: 'none', why: 'the command needs no tensors' },
      ms: {
        import: 0,
        features: 0,
        train: 0,
        score: 0,
        ...ms,
        total: performance.now() - startedAt,
      },
      peakMB: await session.browser.peakMB(),
      ...own,
      warnings,
    };
  };
  try {
    return await Promise.race([run(), passed]);
  } finally {
    stop();
    await session?.close();
  }
};

const failureOf = (error: unknown) => {
  if (isLabFailure(error)) return { exit: error.exit, code: error.code, message: error.message };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { exit: 1, code: 'bug', message };
};

/** The path after --report, read before anything else, so that a mistake of usage is reported too. */
const reportPath = (words: readonly string[]): string | undefined => {
  const at = words.findIndex((word) => word === '--report' || word.startsWith('--report='));
  const word = words[at];
  return word?.includes('=') === true ? word.slice('--report='.length) : words[at + 1];
};

const tell = async (path: string | undefined, report: object): Promise<void> => {
  if (path !== undefined) await writeFile(path, `${JSON.stringify(report, null, 2)}\n`);
  process.stdout.write(`${JSON.stringify(report)}\n`);
};

/** Runs one command to its report. Resolves to the exit code; never rejects for a person's mistake. */
export const runLab = async (words: readonly string[]): Promise<number> => {
  const [name, ...rest] = words;
  let path = words.some((word) => word.startsWith('--report')) ? reportPath(words) : undefined;
  try {
    needPlace(path);
  } catch (error) {
    log(failureOf(error).message);
    path = undefined;
  }
  try {
    const command = findCommand(name);
    const options = parseOptions(command.options, rest);
    needPlace(options.text('report'));
    command.check?.(options);
    await tell(path, await work(name ?? '', command, options));
    return 0;
  } catch (error) {
    const { exit, code, message } = failureOf(error);
    log(message);
    await tell(path, { command: name ?? null, code, message });
    return exit;
  }
};
