/**
 * Version 1. The first word of a line is the primary key, the rest are indexes. Index keys hold no
 * personal data: ids, ordinals, dates, stages, and blind keys made by sealing. Frozen once the CRM
 * screens have landed; additive only from then on.
 */
export const initial = {
  version: 1,
  stores: {
    meta: 'key',
    keyring: 'slot',
    columns: 'id, set, [set+seq], importId',
    changes: 'seq, importId',
    customers: 'id, ord, importId, externalKey',
    contacts: 'id, customerId, importId, externalKey',
    activities: 'id, customerId, startAt, importId',
    tasks: 'id, customerId, dueAt, importId',
    products: 'id, importId, externalKey',
    orders: 'id, ord, customerId, date, importId, externalKey',
    deals: 'id, customerId, stage, importId, externalKey',
    targets: 'id, period',
    settings: 'id',
    fieldDefinitions: 'id, entity, importId',
    savedViews: 'id',
    imports: 'id, state',
    attachments: 'id, customerId',
    segmentRuns: 'id, createdAt',
    models: 'id, createdAt',
    recommendations: 'id, customerId, status',
    conversations: 'id, createdAt',
    messages: 'id, conversationId, at',
    articles: 'id, language',
    dialoguePairs: 'id, language',
    consents: 'id, customerId',
  },
} as const;
