import type { LearnContract } from '#contracts/learn.ts';
import { mostLevels } from '#core/predictions/fit-recipe.ts';
import { hasSignal } from '#core/predictions/judge-model.ts';
import type { Metrics } from '#core/predictions/model-version.ts';
import type { Interval } from '#core/predictions/quality.ts';
import type { PredictInput, PredictOutput } from '#e2e/lab/page/lab-contract.ts';
import { en } from '#i18n/en.ts';
import { makeFormat } from '#i18n/make-format.ts';
import { sayVerdict } from '#i18n/say-verdict.ts';
import { needFile, needPlace, offerFile, takeInto } from './find-input.ts';
import { givenSettings, readingOptions } from './import-command.ts';
import type { LabCommand } from './lab-command.ts';
import type { Options } from './parse-options.ts';
import { takeFolder } from './take-folder.ts';

/** The network of product.md M1. */
const referenceEpochs = 10;

const learnInput = (options: Options): PredictInput['learn'] => ({
  target: { field: options.needed('target'), positive: options.needed('positive').trim() },
  drop: options.texts('drop').filter((name) => name !== ''),
  mode: (options.text('mode') ?? 'default') as LearnContract['train']['input']['mode'],
  ...(options.text('ladder') === 'full' && { ladder: 'full' as const }),
  split: options.text('split') === 'rows' ? 'rows' : 'random',
  backend: (options.text('backend') ?? 'auto') as LearnContract['train']['input']['backend'],
  seed: options.whole('seed') ?? 0,
  epochs: referenceEpochs,
  protectedTraits: options.text('protected') === 'drop' ? 'drop' : 'use',
  now: Date.now(),
});

const step = ({ accuracy, auc, logLoss, ece, lift10, rows, positives }: Metrics) => ({
  auc,
  logLoss,
  ece,
  lift10,
  accuracy,
  rows,
  positives,
});

/** What the held-out figures allow to be said: no promise without a signal, and from the careful end. */
const verdictOf = (model: PredictOutput['model']): string =>
  sayVerdict(model, en, makeFormat('en')).join(' ');

const rangeOf = ({ low, high }: Interval) => [low, high];

/** How sure the figures of the model that scores are: 95 % of 200 drawings of the rows set aside. */
const surenessOf = ({ quality, data }: PredictOutput['model']) => {
  if (quality === undefined) return {};
  const { auc, logLoss, lift10, lift20, lift50, gains, draws, units } = quality;
  return {
    intervals: {
      auc: rangeOf(auc),
      logLoss: rangeOf(logLoss),
      lift10: rangeOf(lift10),
      lift20: rangeOf(lift20),
      lift50: rangeOf(lift50),
    },
    lifts: { lift10: lift10.value, lift20: lift20.value, lift50: lift50.value },
    bootstrap: { draws, units, overBase: quality.overBase, overSimple: quality.overSimple },
    trainAuc: quality.trainAuc,
    gains: gains.map(({ share, found, foundLow, foundHigh, hits, hitsError }) => ({
      share,
      found,
      low: foundLow,
      high: foundHigh,
      hits,
      hitsError,
    })),
    ...(data.copies !== undefined && { copies: data.copies }),
  };
};

const driftWarnings = ({ drift }: PredictOutput['model']) => {
  if (drift === undefined) return [];
  const { rateBefore, rateAfter, columns } = drift;
  const info = (column: string | null, evidence: string) => ({
    column,
    severity: 'info',
    test: 'drift',
    evidence,
  });
  return [
    info(null, `the rate went from ${rateBefore.toFixed(3)} to ${rateAfter.toFixed(3)}`),
    ...columns.map(({ column, index }) => info(column, `stability index ${index.toFixed(2)}`)),
  ];
};

/** Columns one of the files lacks, and columns of too many values. */
const columnWarnings = ({ model, columnsGone, columnsAdded }: PredictOutput) => {
  const info = (test: string, evidence: string) => (column: string) => ({
    column,
    severity: 'info',
    test,
    evidence,
  });
  const cutOff = model.recipe.columns.filter(
    (column) => column.kind === 'choice' && column.levels.length >= mostLevels,
  );
  return [
    ...columnsGone.map(info('column-gone', 'The test file lacks it; it counts as empty.')),
    ...columnsAdded.map(info('column-added', 'The training file lacks it; it is not used.')),
    ...cutOff.map(({ name }) =>
      info('many-values', `Only its ${mostLevels} commonest values are told apart.`)(name),
    ),
  ];
};

type Reasons = PredictOutput['reasons'];

/** One row's reasons in full, the strongest column first; `phi` and `error` in logits. */
const reasonsOf = ({ row, said, base, columns, background, rows }: Reasons[number]) => ({
  row,
  said,
  base,
  background,
  scored: rows,
  columns: columns.map(({ column, phi, error, value }) => ({ column, phi, error, value })),
});

/** How far the worst row is from adding up, as a share of what is explained; null without reasons. */
const worstOf = (reasons: Reasons): number | null =>
  reasons.length === 0 ? null : Math.max(...reasons.map(({ incompleteness }) => incompleteness));

const reportOf = (output: PredictOutput) => {
  const { model, trainRows, testRows, unscored, reasons, ms } = output;
  const { baseRate, rule, logistic, ensemble, network, reference, trees } = model.heldOut;
  const info = (test: string, evidence: string) => ({
    column: null,
    severity: 'info',
    test,
    evidence,
  });
  const warnings = [
    ...(model.questions ?? []).map(({ column, severity, test, auc, share }) => ({
      column,
      severity,
      test,
      evidence: `alone it ranks with an AUC of ${auc.toFixed(3)}; ${test}: ${share.toFixed(3)}`,
    })),
    ...driftWarnings(model),
    ...columnWarnings(output),
    ...(unscored > 0
      ? [info('rows', `${unscored} rows of the test file were refused and got the base rate.`)]
      : []),
  ];
  return {
    model: model.kind,
    backend: model.backend,
    rows: {
      train: trainRows.added,
      test: testRows.rowsRead,
      ...model.data,
      skipped: trainRows.skipped,
      unscored,
    },
    columns: {
      used: model.recipe.columns.map(({ name }) => name),
      left: model.recipe.left,
      width: model.recipe.width,
    },
    heldOut: {
      'base-rate': step(baseRate),
      ...(rule !== undefined && { rule: step(rule) }),
      logistic: step(logistic),
      ...(trees !== undefined && { trees: step(trees) }),
      ...(reference !== undefined && { reference: step(reference) }),
      ...(network !== undefined && { default: step(network) }),
      ...(ensemble !== undefined && { ensemble: step(ensemble) }),
    },
    shares: model.shares,
    gain: model.gain,
    importance: model.importance,
    calibration: model.calibration,
    history: model.history,
    rule: model.rule,
    ...surenessOf(model),
    signal: hasSignal(model),
    verdict: verdictOf(model),
    exported: output.exported,
    reasons: reasons.map(reasonsOf),
    incompleteness: worstOf(reasons),
    ms: {
      import: ms.import,
      features: model.ms.read + model.ms.features,
      train: model.ms.train,
      score: ms.score,
      reasons: ms.reasons,
    },
    warnings,
  };
};

export const predictCommand: LabCommand = {
  options: {
    ...readingOptions,
    train: { kind: 'text' },
    test: { kind: 'text' },
    target: { kind: 'text' },
    positive: { kind: 'text' },
    drop: { kind: 'list' },
    mode: { kind: 'choice', of: ['default', 'reference', 'logistic'] },
    ladder: { kind: 'choice', of: ['short', 'full'] },
    split: { kind: 'choice', of: ['random', 'rows'] },
    protected: { kind: 'choice', of: ['use', 'drop'] },
    scores: { kind: 'text' },
    reasons: { kind: 'whole', atLeast: 0 },
    export: { kind: 'text' },
  },
  check: (options) => {
    for (const name of ['train', 'test']) needFile(options.needed(name));
    for (const name of ['target', 'positive']) options.needed(name);
    needPlace(options.text('scores'));
    needPlace(options.text('export'));
  },
  run: async (session, options) => {
    const scores = takeInto(session.server, options.text('scores'));
    const folder = takeFolder(session.server, options.text('export'));
    const output = await session.call('predict', {
      train: offerFile(session.server, options.needed('train')),
      test: offerFile(session.server, options.needed('test')),
      settings: givenSettings(options),
      learn: learnInput(options),
      scoresUrl: scores.url,
      reasons: options.whole('reasons') ?? 0,
      exportUrls: folder.urls,
    });
    await scores.finish();
    await folder.finish(output.exported);
    return reportOf(output);
  },
};
