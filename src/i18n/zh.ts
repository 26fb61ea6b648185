import type { Words } from './en.ts';
import { activities } from './zh/activities.ts';
import { assistant } from './zh/assistant.ts';
import { customerForm } from './zh/customer-form.ts';
import { customerMore } from './zh/customer-more.ts';
import { customerPage } from './zh/customer-page.ts';
import { customers } from './zh/customers.ts';
import { duplicates } from './zh/duplicates.ts';
import { effects } from './zh/effects.ts';
import { exports } from './zh/exports.ts';
import { fields } from './zh/fields.ts';
import { firstRun } from './zh/first-run.ts';
import { history } from './zh/history.ts';
import { imports } from './zh/imports.ts';
import { modelCare } from './zh/model-care.ts';
import { modelFile } from './zh/model-file.ts';
import { more } from './zh/more.ts';
import { orderQuestions } from './zh/order-questions.ts';
import { orders } from './zh/orders.ts';
import { palette } from './zh/palette.ts';
import { pipeline } from './zh/pipeline.ts';
import { predictions } from './zh/predictions.ts';
import { products } from './zh/products.ts';
import { reasons } from './zh/reasons.ts';
import { recommendations } from './zh/recommendations.ts';
import { records } from './zh/records.ts';
import { refusals } from './zh/refusals.ts';
import { segments } from './zh/segments.ts';
import { settings } from './zh/settings.ts';
import { shell } from './zh/shell.ts';
import { similar } from './zh/similar.ts';
import { tasks } from './zh/tasks.ts';
import { today } from './zh/today.ts';
import { trash } from './zh/trash.ts';
import { ui } from './zh/ui.ts';

/** All words of the interface in Chinese. */
export const zh: Words = {
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
