import type { OwnQuestion } from '#core/assistant/own-question.ts';
import { readLastOrder } from './read-last-order.ts';
import { readLikelihood } from './read-likelihood.ts';
import { readSegments } from './read-segments.ts';

const please =
  /^(?:(?:please|hey|hi|hello|so|ok|and|tell me|can you tell me|could you tell me|do you know|i want to know|show me|give me|show|list|what about)[ ,]+)+|[ ,]+please$/gu;

/** Reads an English question over own data. `text`: folded, without its ending. */
export const readEnglishQuestion = (text: string): OwnQuestion | undefined => {
  const asked = text.replace(please, '').trim();
  return readLikelihood(asked) ?? readLastOrder(asked) ?? readSegments(asked);
};
