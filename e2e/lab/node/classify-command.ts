import { needFile, needPlace, offerFile, takeInto } from './find-input.ts';
import type { LabCommand } from './lab-command.ts';

export const classifyCommand: LabCommand = {
  options: {
    train: { kind: 'text' },
    test: { kind: 'text' },
    valid: { kind: 'text' },
    text: { kind: 'text' },
    label: { kind: 'text' },
    out: { kind: 'text' },
  },
  check: (options) => {
    for (const name of ['train', 'test']) needFile(options.needed(name));
    const valid = options.text('valid');
    if (valid !== undefined) needFile(valid);
    needPlace(options.text('out'));
  },
  run: async (session, options) => {
    const taken = takeInto(session.server, options.text('out'));
    const valid = options.text('valid');
    const answered = await session.call('classify', {
      train: offerFile(session.server, options.needed('train')),
      test: offerFile(session.server, options.needed('test')),
      valid: valid === undefined ? null : offerFile(session.server, valid),
      text: options.text('text') ?? 'text',
      label: options.text('label') ?? 'label',
      outUrl: taken.url,
      seed: options.whole('seed') ?? 0,
      now: Date.now(),
    });
    await taken.finish();
    const { rows, labels, trainMs, queryMs, modelBytes, importMs } = answered;
    return {
      rows,
      labels,
      modelBytes,
      backend: { name: 'none', why: 'the classifier needs no tensors' },
      ms: { import: importMs, train: trainMs, perQuery: queryMs },
      warnings: [],
    };
  },
};
