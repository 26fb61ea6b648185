/**
 * The answer whose turn it is: one that was not said lately, else the one said longest ago. So the
 * same words never come twice in a row while there are others.
 * `said`: what the assistant said before, newest last.
 */
export const takeTurn = (
  answers: readonly string[],
  said: readonly string[],
): string | undefined => {
  let best: string | undefined;
  let bestAt = Number.POSITIVE_INFINITY;
  for (const answer of answers) {
    const at = said.lastIndexOf(answer);
    if (at < bestAt) {
      best = answer;
      bestAt = at;
    }
  }
  return best;
};
