import { refusals } from './en/refusals.ts';
import { ui } from './en/ui.ts';

/** All words of the interface in English; this catalogue is the type every other must satisfy. */
export const en = { ui, refusals };

export type Words = typeof en;
