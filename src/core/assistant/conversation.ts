import * as v from 'valibot';
import { recordEntries } from '#core/record.ts';

export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** A piece of an answer. Facts carry the record they come from. */
export const answerBlockSchema = v.variant('kind', [
  v.object({ kind: v.literal('text'), text: v.string() }),
  v.object({
    kind: v.literal('table'),
    columns: v.array(v.string()),
    rows: v.array(v.array(v.union([v.string(), v.number(), v.null()]))),
    /** Customer id per row, for links. */
    customerIds: v.optional(v.array(v.string())),
  }),
  v.object({
    kind: v.literal('record'),
    customerId: v.string(),
    title: v.string(),
    text: v.string(),
  }),
  v.object({ kind: v.literal('choices'), choices: v.array(v.string()) }),
]);
export type AnswerBlock = v.InferOutput<typeof answerBlockSchema>;

export const conversationSchema = v.object({ ...recordEntries, title: v.string() });
export type Conversation = v.InferOutput<typeof conversationSchema>;

export const messageSchema = v.object({
  ...recordEntries,
  conversationId: v.string(),
  at: v.number(),
  from: v.picklist(['person', 'assistant']),
  language: v.picklist(languages),
  text: v.string(),
  blocks: v.array(answerBlockSchema),
});
/** One turn's half, with the answer's blocks when the assistant wrote it. */
export type Message = v.InferOutput<typeof messageSchema>;

export const dialoguePairSchema = v.object({
  ...recordEntries,
  language: v.picklist(languages),
  /** A pattern in RE2 syntax, matched without case against the whole message. */
  pattern: v.string(),
  /** Answers, taken in turn; `%1` is the first group, reflected (my -> your). */
  answers: v.array(v.string()),
  /** Smaller is tried first. */
  order: v.number(),
  enabled: v.boolean(),
});
/** A classic `[pattern, [answers]]` pair (对话). */
export type DialoguePair = v.InferOutput<typeof dialoguePairSchema>;

export const articleSchema = v.object({
  ...recordEntries,
  language: v.picklist(languages),
  title: v.string(),
  body: v.string(),
  variants: v.array(v.string()),
  published: v.boolean(),
});
/** A knowledge base article (知识库). */
export type Article = v.InferOutput<typeof articleSchema>;
