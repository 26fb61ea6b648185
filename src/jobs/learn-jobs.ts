import type { LearnContract, LearnTarget } from '#contracts/learn.ts';
import { nameOrderTarget } from '#core/predictions/from-orders/order-target.ts';
import type { Result } from '#core/result.ts';
import learnUrl from '#workers/learn/learn.worker.ts?worker&url';
import { workerConnection } from './host.ts';
import { runJob } from './run-job.ts';

const connection = workerConnection<LearnContract>(learnUrl, 'learn');

/**
 * A worker of its own for reasons: a training that runs is neither slowed nor waited for, and its
 * backend is left alone.
 */
const reasons = workerConnection<LearnContract>(learnUrl, 'reasons');

/** Another one for a short trial, ended after it. */
const trial = workerConnection<LearnContract>(learnUrl, 'pace');

type Explain = LearnContract['explain'];
type Effects = LearnContract['effects'];
type Similar = LearnContract['similar'];
type WhatIf = LearnContract['whatIf'];
type ExportModel = LearnContract['exportModel'];
type Review = LearnContract['review'];
type Rank = LearnContract['rank'];
type Describe = LearnContract['describe'];
type Train = LearnContract['train'];

/** How fast this device learns; asked where no training has told it. */
export const measurePace = async (): Promise<Result<LearnContract['pace']['output']>> => {
  const told = await trial.call('pace', null);
  trial.close();
  return told;
};

/** The columns a person may predict or learn from. */
export const describeLearning = (): Promise<Result<Describe['output']>> =>
  connection.call('describe', { now: Date.now() });

const nameTarget = (target: LearnTarget): string =>
  target.kind === 'buys' || target.kind === 'lost' ? nameOrderTarget(target) : target.field;

const isCancelled = (result: Result<unknown>): boolean =>
  !result.ok && result.refusal.code === 'cancelled';

/** Trains as a job of the tray, under the name of what is predicted. The old model stays in use until the new one is saved. */
export const startTraining = (
  input: Train['input'],
  subject = nameTarget(input.target),
): Promise<Result<Train['output']>> =>
  runJob<Train['output'], Train['progress']>(
    'train',
    subject,
    async ({ signal, progress, pause, onRest }) => {
      const onProgress = (told: Train['progress']) => progress(told, told.fraction);
      const named = { ...input, subject };
      const trained = await connection.call('train', named, { signal, pause, onRest, onProgress });
      // A worker that had to be ended has not put away what it had finished.
      if (isCancelled(trained)) await connection.call('forgetTraining', null);
      return trained;
    },
    { canPause: true },
  );

/** Why a customer has the score it has, by the model in use unless one is named. */
export const explainScore = (
  customerId: string,
  signal?: AbortSignal,
  modelId?: string,
): Promise<Result<Explain['output']>> =>
  reasons.call('explain', { customerId, ...(modelId && { modelId }) }, { signal });

/** Customers like one, whose answer is known. */
export const findSimilar = (
  customerId: string,
  signal?: AbortSignal,
): Promise<Result<Similar['output']>> => reasons.call('similar', { customerId }, { signal });

/** How the values of columns move a model's scores. */
export const explainColumns = (
  input: Effects['input'],
  signal?: AbortSignal,
): Promise<Result<Effects['output']>> => reasons.call('effects', input, { signal });

/** Customers worth a step by a model's scores. */
export const rankCustomers = (input: Rank['input']): Promise<Result<Rank['output']>> =>
  reasons.call('rank', input);

/** Whether a model should be trained again, and what came of its predictions. */
export const reviewModel = (
  modelId: string,
  signal: AbortSignal,
): Promise<Result<Review['output']>> =>
  reasons.call('review', { modelId, now: Date.now() }, { signal });

/** A model as one archive that other programs can use: not sealed. */
export const makeModelFile = (
  modelId: string,
  language: ExportModel['input']['language'],
): Promise<Result<ExportModel['output']>> =>
  reasons.call('exportModel', { modelId, language, as: 'zip' });

/** The score the customer would have with other values; nothing is written. */
export const scoreWhatIf = (
  input: WhatIf['input'],
  signal?: AbortSignal,
): Promise<Result<WhatIf['output']>> => reasons.call('whatIf', input, { signal });
