import type { AnswerBlock, Language } from '#core/assistant/conversation.ts';

/** workers/assistant: understands a question, answers from pairs and from the database. */
export type AssistantContract = {
  ask: {
    input: {
      readonly text: string;
      /** Language of the interface, used when the text does not tell. */
      readonly language: Language;
      /** Where the person is, for chips and "this customer". */
      readonly page: { readonly name: string; readonly customerId?: string };
      readonly now: number;
    };
    output: {
      readonly language: Language;
      readonly intent: string;
      readonly text: string;
      readonly blocks: readonly AnswerBlock[];
      readonly ms: number;
    };
    progress: never;
  };
  /** Trains a text classifier on the train file's rows and answers the test file's (the laboratory). */
  classify: {
    input: {
      readonly train: readonly { readonly text: string; readonly label: string }[];
      readonly test: readonly string[];
    };
    output: {
      readonly answers: readonly {
        readonly label: string;
        readonly confidence: number;
        readonly accepted: boolean;
      }[];
      readonly trainMs: number;
      readonly queryMs: number;
      readonly modelBytes: number;
    };
    progress: { readonly fraction: number };
  };
};
