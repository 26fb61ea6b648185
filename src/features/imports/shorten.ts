const longest = 40;

/** A cell as one can take it in at a glance: at most 40 characters, on one line. */
export const shorten = (cell: string): string => {
  const line = cell.replaceAll(/\s+/gu, ' ');
  const characters = [...line];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
};
