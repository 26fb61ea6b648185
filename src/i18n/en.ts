import { activities } from './en/activities.ts';
import { assistant } from './en/assistant.ts';
import { customerForm } from './en/customer-form.ts';
import { customerMore } from './en/customer-more.ts';
import { customerPage } from './en/customer-page.ts';
import { customers } from './en/customers.ts';
import { duplicates } from './en/duplicates.ts';
import { effects } from './en/effects.ts';
import { exports } from './en/exports.ts';
import { fields } from './en/fields.ts';
import { firstRun } from './en/first-run.ts';
import { history } from './en/history.ts';
import { imports } from './en/imports.ts';
import { modelCare } from './en/model-care.ts';
import { modelFile } from './en/model-file.ts';
import { more } from './en/more.ts';
import { orderQuestions } from './en/order-questions.ts';
import { orders } from './en/orders.ts';
import { palette } from './en/palette.ts';
import { pipeline } from './en/pipeline.ts';
import { predictions } from './en/predictions.ts';
import { products } from './en/products.ts';
import { reasons } from './en/reasons.ts';
import { recommendations } from './en/recommendations.ts';
import { records } from './en/records.ts';
import { refusals } from './en/refusals.ts';
import { segments } from './en/segments.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { similar } from './en/similar.ts';
import { tasks } from './en/tasks.ts';
import { today } from './en/today.ts';
import { trash } from './en/trash.ts';
import { ui } from './en/ui.ts';

/** All words of the interface in English; this catalogue is the type every other must satisfy. */
export const en = {
  ui,
  refusals,
  shell,
  firstRun,
  today,
  activities,
  tasks,
  customers,
  customerForm,
  customerMore,
  customerPage,
  fields,
  imports,
  exports,
  modelCare,
  modelFile,
  more,
  palette,
  assistant,
  settings,
  predictions,
  segments,
  products,
  reasons,
  similar,
  records,
  trash,
  history,
  duplicates,
  effects,
  orders,
  orderQuestions,
  recommendations,
  pipeline,
};

export type Words = typeof en;
