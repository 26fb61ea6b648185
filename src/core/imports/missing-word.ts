/** Whether a cell of a known field says that there is nothing: blank, or NULL as databases write it. */
export const isMissing = (text: string): boolean =>
  text === '' || text === 'NULL' || text === '\\N';
