import type { AssistantContract, LabelledText } from '#contracts/assistant.ts';
import { confidenceOf, decide, findThreshold } from '#core/assistant/classifier/decide-scope.ts';
import {
  type LinearModel,
  scoreClasses,
  trainLinear,
} from '#core/assistant/classifier/train-linear.ts';
import {
  buildVocabulary,
  type Vocabulary,
  vectorise,
} from '#core/assistant/classifier/vectorise.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { sampleIndices, seededRandom } from '#core/seeded-random.ts';
import type { Job } from '#rpc/serve.ts';

type Classify = AssistantContract['classify'];
type ClassifyJob = Pick<Job<Classify['progress']>, 'signal' | 'beat' | 'progress'>;

/** The label that means "none of the others". */
const outOfScopeLabel = 'oos';

/** Share of the training rows the threshold is found on when no labelled rows are given for it. */
const heldOutShare = 0.1;

/** Longest stretch of work before messages (a cancel) are heard, ms. */
const breathMs = 50;

type Brain = {
  readonly labels: readonly string[];
  readonly outOfScope: number;
  readonly vocabulary: Vocabulary;
  readonly model: LinearModel;
};

/** Lets waiting messages in; says whether to go on. */
const breathe = async (job: ClassifyJob): Promise<boolean> => {
  job.beat();
  await new Promise((resolve) => setTimeout(resolve, 0));
  return !job.signal.aborted;
};

const train = async (
  rows: readonly LabelledText[],
  seed: number,
  job: ClassifyJob,
  onShare: (share: number) => void,
): Promise<Brain | undefined> => {
  const labels = [...new Set(rows.map(({ label }) => label))].sort();
  const places = new Map(labels.map((label, place) => [label, place]));
  const vocabulary = buildVocabulary(rows.map(({ text }) => text));
  if (!(await breathe(job))) return undefined;
  const vectors = rows.map(({ text }) => vectorise(text, vocabulary));
  const classes = rows.map(({ label }) => places.get(label) ?? 0);
  const work = trainLinear(vectors, classes, labels.length, vocabulary.idf.length, seed);
  let heard = performance.now();
  let step = work.next();
  while (!step.done) {
    if (performance.now() - heard > breathMs) {
      onShare(step.value);
      if (!(await breathe(job))) return undefined;
      heard = performance.now();
    }
    step = work.next();
  }
  return { labels, outOfScope: labels.indexOf(outOfScopeLabel), vocabulary, model: step.value };
};

const decideText = ({ labels, outOfScope, vocabulary, model }: Brain, text: string) => {
  const scores = new Float32Array(model.classes);
  scoreClasses(model, vectorise(text, vocabulary), scores);
  const { label, margin } = decide(scores, outOfScope);
  return { label: labels[label] ?? '', margin };
};

const thresholdFrom = (brain: Brain, rows: readonly LabelledText[]): number =>
  findThreshold(
    rows
      .filter(({ label }) => label !== outOfScopeLabel)
      .map(({ text }) => decideText(brain, text).margin),
  );

const splitRows = (rows: readonly LabelledText[], seed: number) => {
  const count = Math.floor(rows.length * heldOutShare);
  const held = new Set(sampleIndices(rows.length, count, seededRandom(seed)));
  return {
    kept: rows.filter((_, at) => !held.has(at)),
    held: rows.filter((_, at) => held.has(at)),
  };
};

const findOwnThreshold = async (
  rows: readonly LabelledText[],
  seed: number,
  job: ClassifyJob,
): Promise<number | undefined> => {
  const { kept, held } = splitRows(rows, seed);
  if (held.length < 20) return Number.NEGATIVE_INFINITY;
  const brain = await train(kept, seed, job, (share) => job.progress({ fraction: share * 0.45 }));
  return brain === undefined ? undefined : thresholdFrom(brain, held);
};

/**
 * Trains on labelled rows and answers the test texts. Label `oos` means out of scope. The threshold
 * comes from `valid`, else from a tenth of the rows that a first training does not see; with fewer
 * than 200 rows everything is accepted.
 * Refuses: no-data (no labelled row in scope), cancelled.
 */
export const classify = async (
  { train: given, test, valid, seed = 0 }: Classify['input'],
  job: ClassifyJob,
): Promise<Result<Classify['output']>> => {
  const rows = given.filter(({ label }) => label !== '');
  if (!rows.some(({ label }) => label !== outOfScopeLabel)) return refuse('no-data');
  const started = performance.now();
  const own = valid === undefined ? await findOwnThreshold(rows, seed, job) : 0;
  const from = valid === undefined ? 0.45 : 0;
  const brain =
    own === undefined
      ? undefined
      : await train(rows, seed, job, (share) =>
          job.progress({ fraction: from + share * (0.95 - from) }),
        );
  if (own === undefined || brain === undefined) return refuse('cancelled');
  const threshold = valid === undefined ? own : thresholdFrom(brain, valid);
  const trained = performance.now();
  const answers: Classify['output']['answers'][number][] = [];
  for (const [at, text] of test.entries()) {
    if (at % 100 === 0 && !(await breathe(job))) return refuse('cancelled');
    const { label, margin } = decideText(brain, text);
    const confidence = confidenceOf(margin, Number.isFinite(threshold) ? threshold : 0);
    answers.push({ label, confidence, accepted: margin >= threshold });
  }
  job.progress({ fraction: 1 });
  const { model, vocabulary } = brain;
  const featureBytes = [...vocabulary.places.keys()].reduce((sum, key) => sum + key.length, 0);
  return accept({
    answers,
    trainMs: trained - started,
    queryMs: (performance.now() - trained) / Math.max(1, test.length),
    modelBytes:
      model.weights.byteLength + model.bias.byteLength + vocabulary.idf.byteLength + featureBytes,
  });
};
