import type { GenericSchema } from 'valibot';
import {
  articleSchema,
  conversationSchema,
  dialoguePairSchema,
  messageSchema,
} from '#core/assistant/conversation.ts';
import { activitySchema } from '#core/customers/activity.ts';
import { attachmentSchema } from '#core/customers/attachment.ts';
import { consentSchema } from '#core/customers/consent.ts';
import { contactSchema } from '#core/customers/contact.ts';
import { customerSchema } from '#core/customers/customer.ts';
import { distinctPairSchema } from '#core/customers/distinct-pair.ts';
import { fieldDefinitionSchema } from '#core/customers/field-definition.ts';
import { savedViewSchema } from '#core/customers/saved-view.ts';
import { taskSchema } from '#core/customers/task.ts';
import { importJournalSchema } from '#core/imports/import-journal.ts';
import { modelBodySchema } from '#core/predictions/model-body.ts';
import { modelVersionSchema } from '#core/predictions/model-version.ts';
import { recommendationSchema } from '#core/recommendations/recommendation.ts';
import { dealSchema } from '#core/sales/deal.ts';
import { orderSchema } from '#core/sales/order.ts';
import { productSchema } from '#core/sales/product.ts';
import { targetSchema } from '#core/sales/target.ts';
import { segmentRunSchema } from '#core/segments/segment-run.ts';
import { settingsSchema } from '#core/settings.ts';

/** What a record of each table must be to come in from a file, in the order tables are written out. */
export const recordSchemas = {
  settings: settingsSchema,
  fieldDefinitions: fieldDefinitionSchema,
  products: productSchema,
  customers: customerSchema,
  contacts: contactSchema,
  activities: activitySchema,
  tasks: taskSchema,
  deals: dealSchema,
  orders: orderSchema,
  targets: targetSchema,
  savedViews: savedViewSchema,
  attachments: attachmentSchema,
  consents: consentSchema,
  distinctPairs: distinctPairSchema,
  recommendations: recommendationSchema,
  conversations: conversationSchema,
  messages: messageSchema,
  articles: articleSchema,
  dialoguePairs: dialoguePairSchema,
  imports: importJournalSchema,
  segmentRuns: segmentRunSchema,
  models: modelVersionSchema,
  modelBodies: modelBodySchema,
} as const satisfies Readonly<Record<string, GenericSchema>>;
