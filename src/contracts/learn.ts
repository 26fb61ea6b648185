import type { Language } from '#core/assistant/conversation.ts';
import type { FieldType } from '#core/customers/field-definition.ts';
import type { ColumnEffect } from '#core/predictions/effects/column-effect.ts';
import type { BgNbd } from '#core/predictions/from-orders/bg-nbd.ts';
import type { OrderTarget } from '#core/predictions/from-orders/order-target.ts';
import type {
  BackendReceipt,
  ColumnLeftOut,
  Metrics,
  ModelVersion,
} from '#core/predictions/model-version.ts';
import type { Contribution } from '#core/predictions/reasons/contribution.ts';
import type { Comparison } from '#core/predictions/reasons/summarise-column.ts';
import type { Outcome } from '#core/predictions/tell-outcome.ts';
import type { Pace } from '#core/predictions/training-effort.ts';
import type { ColumnTarget, TrainingInput } from '#core/predictions/training-input.ts';
import type { Retraining } from '#core/predictions/weigh-retraining.ts';
import type { CustomValue } from '#core/record.ts';

export type BackendChoice = 'auto' | 'simd' | 'webgl' | 'wasm' | 'cpu';
export type TrainMode = 'default' | 'reference' | 'logistic';

export type LearnColumn = {
  readonly name: string;
  readonly type: FieldType;
  readonly distinct: number;
  readonly missing: number;
  /** For a column with two values: value and count, rarer first. Else the commonest, at most 12. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
};

/** A column and the value looked for, or a question orders answer. */
export type LearnTarget = ColumnTarget | OrderTarget;

/** What orders can be asked, as their latest morning with a known answer tells. */
export type OrderQuestions = {
  /** For any purchase within 30, 60 and 90 days, and for who stops: customers asked, and those it came true of. */
  readonly answers: readonly {
    readonly target: OrderTarget;
    readonly rows: number;
    readonly positives: number;
  }[];
  readonly categories: readonly string[];
  /** By name; at most 400. */
  readonly products: readonly { readonly id: string; readonly name: string }[];
};

/** The manifest without its parameters: what a screen or a report shows. */
export type ModelReceipt = Omit<ModelVersion, 'weights'>;

export type TrainProgress = {
  readonly phase:
    | 'reading'
    | 'features'
    | 'backend'
    | 'baseline'
    | 'training'
    | 'scoring'
    | 'saving';
  /** 0..1 over the whole job. */
  readonly fraction: number;
  /** The network is fitted twice: to be measured on customers set aside, then on all for the model saved. */
  readonly fit?: 'measured' | 'final';
  /** Of the measured fit, so far; a message may be skipped, this is never short of an epoch. */
  readonly history?: readonly { readonly loss: number; readonly validationLoss: number }[];
  readonly epoch?: number;
  readonly epochs?: number;
  readonly loss?: number;
  readonly validationLoss?: number;
  readonly backend?: string;
  /** `checkpoint`: goes on with what was learned before it was cut off; `anew`: what was left did not fit any more. */
  readonly origin?: 'checkpoint' | 'anew';
};

/** A model of repurchase: `rhythm` is BG/NBD alone, where there is too little to learn from. */
export type RepurchaseModel = 'ensemble' | 'logistic' | 'rhythm';

export type RepurchaseForecast = {
  readonly model: RepurchaseModel;
  /** Per place of a customer; NaN without an order before the day. */
  readonly probabilities: Float32Array;
  /** Orders expected within the horizon (BG/NBD). */
  readonly expected: Float64Array;
  readonly customers: number;
  /** The earlier days it was learned from, latest first, as `YYYY-MM-DD`. */
  readonly snapshots: readonly string[];
  readonly rows: number;
  readonly columns: { readonly used: readonly string[]; readonly left: readonly ColumnLeftOut[] };
  readonly rhythm: BgNbd;
  /** Mean probability: BG/NBD's of the day, and what it was wrong by at the snapshots. */
  readonly level: number;
  /** Absent where nothing was trained. */
  readonly backend?: BackendReceipt;
  /** On customers set aside, at the snapshots. */
  readonly heldOut: Readonly<Record<string, Metrics>>;
  /** What then happened, where the orders reach to the end of the horizon. */
  readonly happened: Readonly<Record<string, Metrics>> | null;
  readonly ms: {
    readonly read: number;
    readonly features: number;
    readonly train: number;
    readonly score: number;
  };
};

/** What one source column adds to a customer's score, in logits, and how its value compares. */
export type ColumnReason = Contribution & {
  readonly column: string;
  readonly type: FieldType;
  readonly value: CustomValue;
  readonly compared: Comparison;
  /** The values of a choice, the commonest first, at most 100. */
  readonly choices: readonly string[];
};

export type CustomerReasons = {
  readonly ord: number;
  /** The score of the customer's values as they are now, and where the background stands, 0..1. */
  readonly said: number;
  readonly base: number;
  /** All columns of the model, the strongest first; chooseReasons tells which stand out. */
  readonly columns: readonly ColumnReason[];
  /** How far the contributions are from adding up to the score, as a share; 0 but for rounding. */
  readonly incompleteness: number;
  /** Customers compared with, and rows scored for it. */
  readonly background: number;
  readonly rows: number;
};

/** A customer like another one, with the answer it has and whether that is the one looked for. */
export type SimilarCustomer = {
  readonly ord: number;
  readonly id: string;
  readonly value: CustomValue;
  readonly isPositive: boolean;
};

/** A customer worth a step, by a model's score. */
export type RankedCustomer = {
  readonly ord: number;
  readonly id: string;
  readonly probability: number;
  /** Ordered in the 365 days before the model's morning, in minor units. */
  readonly yearMinor: number;
};

export type Ranking = {
  readonly rows: readonly RankedCustomer[];
  /** What was answered of this model's suggestions so far. */
  readonly accepted: number;
  readonly dismissed: number;
};

/** What came of the scores of one kept version. */
export type ModelOutcome = {
  readonly modelId: string;
  /** The morning its scores look from, in days since 1970. */
  readonly from: number;
  /** False for versions that did not keep who had an answer when they scored. */
  readonly isKept: boolean;
  /** Of orders: the first day on which an answer is certain, and the day before which orders are known. */
  readonly dueOn?: number;
  readonly knownUntil?: number;
  /** Absent while no answer has come. */
  readonly outcome?: Outcome;
};

/** workers/learn: trains on customers, scores them all. The old model stays until the new is saved. */
export type LearnContract = {
  /** Columns a person may predict or learn from. */
  describe: {
    input: { readonly now: number };
    output: {
      readonly rows: number;
      readonly columns: readonly LearnColumn[];
      /** Absent without orders. */
      readonly orders?: OrderQuestions;
    };
    progress: never;
  };
  train: {
    input: TrainingInput;
    output: ModelReceipt & {
      readonly ms: {
        readonly read: number;
        readonly features: number;
        readonly train: number;
        readonly score: number;
      };
    };
    progress: TrainProgress;
  };
  /** How fast this device learns, where no training has told it yet. Nothing is read or written. */
  pace: { input: null; output: Pace; progress: never };
  /** Forgets what a training that was cut off has left. */
  forgetTraining: { input: null; output: null; progress: never };
  /** Who orders again, from the orders before a day: learned from earlier days, nothing is stored. */
  repurchase: {
    input: {
      /** `YYYY-MM-DD`: orders of this day and later are not looked at. */
      readonly asOf: string;
      readonly horizonDays: number;
      readonly seed: number;
    };
    output: RepurchaseForecast;
    progress: TrainProgress;
  };
  /** Whether a model should be trained again, and what came of it and the kept versions of its question. */
  review: {
    input: { readonly modelId: string; readonly now: number };
    output: {
      readonly retraining: Retraining;
      /** The newest version first. */
      readonly outcomes: readonly ModelOutcome[];
    };
    progress: never;
  };
  /** Scores the customers of another database with a model of this one (the laboratory's test file). */
  score: {
    input: {
      readonly modelId: string;
      readonly database: string;
      readonly backend: BackendChoice;
    };
    /** One probability per customer in file order (by ord). */
    output: { readonly probabilities: Float32Array; readonly ms: number };
    progress: { readonly fraction: number };
  };
  /**
   * Customers worth a step, the best first: by probability, or by probability × what they order in a
   * year, where it is above the usual. Left out: who wants no contact or no profiling, and whose suggestion of this model was answered.
   */
  rank: {
    input: {
      readonly modelId: string;
      readonly by: 'probability' | 'value';
      readonly most: number;
    };
    output: Ranking;
    progress: never;
  };
  /** Why a customer of this database has the score it has, by the model in use unless one is named. */
  explain: {
    input: { readonly modelId?: string; readonly customerId: string };
    output: CustomerReasons;
    progress: never;
  };
  /** The score the customer would have with some values changed, 0..1. Nothing is written. */
  whatIf: {
    input: {
      readonly modelId?: string;
      readonly customerId: string;
      readonly changes: Readonly<Record<string, CustomValue>>;
    };
    output: { readonly said: number };
    progress: never;
  };
  /**
   * How the values of these columns move the scores of the model in use, or the one named, on average
   * over some hundred customers drawn by score. Nothing is written.
   */
  effects: {
    input: { readonly modelId?: string; readonly columns: readonly string[] };
    output: {
      /** Where the scores of those customers lie in the middle, 0..1: effects are from there. */
      readonly usual: number;
      readonly effects: readonly ColumnEffect[];
      readonly customers: number;
    };
    progress: never;
  };
  /**
   * The five customers most like one by what the model goes by, whose answer is known; none for a model of
   * orders. Who is not scored is not among them. Nothing is written.
   */
  similar: {
    input: { readonly modelId?: string; readonly customerId: string };
    output: {
      /** What was asked: the column, and the value that counts as yes. */
      readonly field: string;
      readonly positive: string;
      readonly customers: readonly SimilarCustomer[];
    };
    progress: never;
  };
  /** Reasons for customers of another database, by place (the laboratory's test file). */
  explainPlaces: {
    input: {
      readonly modelId: string;
      readonly database: string;
      readonly places: readonly number[];
    };
    output: { readonly reasons: readonly CustomerReasons[]; readonly ms: number };
    progress: { readonly fraction: number };
  };
  /**
   * A model as files for other programs: plain TensorFlow.js, recipe, calibration. Not sealed.
   * Refuses: model-missing, cancelled.
   */
  exportModel: {
    input: {
      readonly modelId: string;
      readonly language: Language;
      readonly as: 'files' | 'zip';
      /** Whose customers are to lie beside it as a matrix; none unless named. */
      readonly database?: string;
    };
    output: { readonly files: readonly { readonly name: string; readonly file: Blob }[] };
    progress: never;
  };
};
