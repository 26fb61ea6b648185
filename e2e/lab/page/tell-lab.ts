import type { LabWindow } from './lab-contract.ts';

let toldAt = 0;
let toldLine = '';

/** One line of progress on the person's screen; at most two a second, unless it is `last`. */
export const tellLab = (line: string, last = false): void => {
  const now = performance.now();
  if (!last && (now - toldAt < 500 || line === toldLine)) return;
  toldLine = line;
  toldAt = now;
  void (globalThis as LabWindow).labLog?.(line);
};
