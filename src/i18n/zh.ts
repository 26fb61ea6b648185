import type { Words } from './en.ts';
import { refusals } from './zh/refusals.ts';
import { ui } from './zh/ui.ts';

/** All words of the interface in Chinese. */
export const zh: Words = { ui, refusals };
