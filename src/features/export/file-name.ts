const pad = (part: number) => String(part).padStart(2, '0');

/** A file's name with the day it was made: `customers-2026-11-26.csv`. */
export const fileName = (name: string, ending: string, now = new Date()): string =>
  `${name}-${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}.${ending}`;
