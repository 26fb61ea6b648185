import type { AnswerBlock, DialoguePair, Language } from '#core/assistant/conversation.ts';

/** What a person may write of a dialogue pair. Without an id it is new and tried before the others. */
export type PairDraft = Pick<DialoguePair, 'language' | 'pattern' | 'answers' | 'enabled'> & {
  readonly id?: string;
  /** The revision as it was read. */
  readonly rev?: number;
  readonly order?: number;
};

export type LabelledText = { readonly text: string; readonly label: string };

/** workers/assistant: understands a question, answers from pairs and from the database. */
export type AssistantContract = {
  ask: {
    input: {
      readonly text: string;
      /** Language of the interface, used when the text does not tell. */
      readonly language: Language;
      /** Where the person is, for chips and "this customer". */
      readonly page: { readonly name: string; readonly customerId?: string };
      /** The conversation to go on with; without it the newest one, or a new one. */
      readonly conversationId?: string;
      readonly now: number;
    };
    output: {
      readonly conversationId: string;
      readonly language: Language;
      /** Which rule answered: a question's kind, `pair:<id>`, `article:<id>` or `unknown`. */
      readonly intent: string;
      readonly text: string;
      readonly blocks: readonly AnswerBlock[];
      readonly ms: number;
    };
    progress: never;
  };
  /** The dialogue pairs by order (at most 500). The first call fills an empty table with the seeds. */
  pairs: {
    input: { readonly now: number };
    output: readonly DialoguePair[];
    progress: never;
  };
  /** Refuses: pattern-invalid, not-found, edit-conflict. */
  savePair: {
    input: { readonly pair: PairDraft; readonly now: number };
    output: DialoguePair;
    progress: never;
  };
  removePair: {
    input: { readonly id: string; readonly now: number };
    output: null;
    progress: never;
  };
  /** Pairs in the classic form, as JSON text: `[[pattern, [answer, …]], …]`. All or none. */
  importPairs: {
    input: { readonly text: string; readonly language: Language; readonly now: number };
    output: { readonly added: number };
    progress: never;
  };
  /** Trains a text classifier on the train file's rows and answers the test file's (the laboratory). */
  classify: {
    input: {
      readonly train: readonly LabelledText[];
      readonly test: readonly string[];
      /** Labelled rows the acceptance threshold is set on; without them part of `train` is. */
      readonly valid?: readonly LabelledText[];
      readonly seed?: number;
    };
    output: {
      readonly answers: readonly {
        /** The best label in scope, also when refused. */
        readonly label: string;
        /** Higher: surer that the text is in scope. 0..1 */
        readonly confidence: number;
        readonly accepted: boolean;
      }[];
      readonly trainMs: number;
      /** Mean per text. */
      readonly queryMs: number;
      readonly modelBytes: number;
    };
    progress: { readonly fraction: number };
  };
};
