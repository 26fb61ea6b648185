import { assistant } from './en/assistant.ts';
import { customers } from './en/customers.ts';
import { exports } from './en/exports.ts';
import { firstRun } from './en/first-run.ts';
import { imports } from './en/imports.ts';
import { more } from './en/more.ts';
import { predictions } from './en/predictions.ts';
import { products } from './en/products.ts';
import { refusals } from './en/refusals.ts';
import { segments } from './en/segments.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { today } from './en/today.ts';
import { ui } from './en/ui.ts';

/** All words of the interface in English; this catalogue is the type every other must satisfy. */
export const en = {
  ui,
  refusals,
  shell,
  firstRun,
  today,
  customers,
  imports,
  exports,
  more,
  assistant,
  settings,
  predictions,
  segments,
  products,
};

export type Words = typeof en;
