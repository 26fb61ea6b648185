import type { PairDraft } from '#contracts/assistant.ts';
import type { DialoguePair, Language } from '#core/assistant/conversation.ts';

/** A pair as it stands in the form: the answers are lines of one text. */
export type PairFields = {
  readonly language: Language;
  readonly pattern: string;
  readonly answers: string;
  readonly enabled: boolean;
};

/** What the form starts with: the pair, or nothing in the language of the interface. */
export const fieldsOf = (pair: DialoguePair | undefined, language: Language): PairFields => ({
  language: pair?.language ?? language,
  pattern: pair?.pattern ?? '',
  answers: (pair?.answers ?? []).join('\n'),
  enabled: pair?.enabled ?? true,
});

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What is saved: with `pair`, that pair as it was read; without, a new one. */
export const draftOf = (fields: PairFields, pair: DialoguePair | undefined): PairDraft => ({
  language: fields.language,
  pattern: fields.pattern.trim(),
  answers: linesOf(fields.answers),
  enabled: fields.enabled,
  ...(pair === undefined ? {} : { id: pair.id, rev: pair.rev, order: pair.order }),
});

/** Which of the two fields still lacks something. */
export const lacking = (
  fields: PairFields,
): { readonly pattern: boolean; readonly answers: boolean } => ({
  pattern: fields.pattern.trim() === '',
  answers: linesOf(fields.answers).length === 0,
});
