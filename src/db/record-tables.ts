import type { Article, Conversation, DialoguePair, Message } from '#core/assistant/conversation.ts';
import type { Activity } from '#core/customers/activity.ts';
import type { Attachment } from '#core/customers/attachment.ts';
import type { Consent } from '#core/customers/consent.ts';
import type { Contact } from '#core/customers/contact.ts';
import type { Customer } from '#core/customers/customer.ts';
import type { DistinctPair } from '#core/customers/distinct-pair.ts';
import type { FieldDefinition } from '#core/customers/field-definition.ts';
import type { SavedView } from '#core/customers/saved-view.ts';
import type { Task } from '#core/customers/task.ts';
import type { ImportJournal } from '#core/imports/import-journal.ts';
import type { ModelBody } from '#core/predictions/model-body.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import type { Recommendation } from '#core/recommendations/recommendation.ts';
import type { Deal } from '#core/sales/deal.ts';
import type { Order } from '#core/sales/order.ts';
import type { Product } from '#core/sales/product.ts';
import type { Target } from '#core/sales/target.ts';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import type { Settings } from '#core/settings.ts';

/** Every table of sealed records and what it holds. */
export type Records = {
  customers: Customer;
  contacts: Contact;
  activities: Activity;
  tasks: Task;
  products: Product;
  orders: Order;
  deals: Deal;
  targets: Target;
  settings: Settings;
  fieldDefinitions: FieldDefinition;
  savedViews: SavedView;
  imports: ImportJournal;
  attachments: Attachment;
  segmentRuns: SegmentRun;
  models: ModelVersion;
  modelBodies: ModelBody;
  recommendations: Recommendation;
  conversations: Conversation;
  messages: Message;
  articles: Article;
  dialoguePairs: DialoguePair;
  consents: Consent;
  distinctPairs: DistinctPair;
};

export type RecordTable = keyof Records;
export type AnyRecord = Records[RecordTable];

/**
 * The clear keys of a table beside id, rev and importId: what a query may use without opening rows.
 * Only ids, ordinals, instants and words of a closed list may stand here.
 */
export const clearKeys: { readonly [T in RecordTable]: readonly (keyof Records[T] & string)[] } = {
  customers: ['ord', 'deletedAt'],
  contacts: ['customerId', 'deletedAt'],
  activities: ['ord', 'customerId', 'startAt', 'deletedAt'],
  tasks: ['customerId', 'dueAt', 'status', 'doneAt', 'deletedAt'],
  products: ['deletedAt'],
  orders: ['ord', 'customerId', 'date', 'deletedAt'],
  deals: ['customerId', 'stage', 'deletedAt'],
  targets: ['period', 'deletedAt'],
  settings: [],
  fieldDefinitions: ['entity', 'deletedAt'],
  savedViews: ['deletedAt'],
  imports: ['state'],
  attachments: ['customerId', 'deletedAt'],
  segmentRuns: ['createdAt'],
  models: ['createdAt'],
  modelBodies: [],
  recommendations: ['customerId', 'status'],
  conversations: ['createdAt'],
  messages: ['conversationId', 'at'],
  articles: ['language'],
  dialoguePairs: ['language'],
  consents: ['customerId'],
  distinctPairs: [],
};

/** Tables whose external ids can be looked up. */
export const externalTables = [
  'customers',
  'contacts',
  'products',
  'orders',
  'deals',
  'activities',
] as const;
export type ExternalTable = (typeof externalTables)[number];

/** Tables whose records are found again by e-mail, phone, or name and city (core/match-texts). */
export const matchedTables = ['customers', 'contacts', 'products'] as const;
export type MatchedTable = (typeof matchedTables)[number];

/** The number every sealed body carries, for pure upcasts on read. */
export const bodySchema = 1;
