/** A text as one can take it in at a glance: at most so many characters, on one line. */
export const shorten = (cell: string, longest = 40): string => {
  const line = cell.replaceAll(/\s+/gu, ' ');
  const characters = [...line];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
};
