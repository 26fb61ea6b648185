/**
 * Version 1. The first word of a line is the primary key, the rest are indexes. Index keys hold no
 * personal data: ids, ordinals, dates, stages, and blind keys made by sealing. `deletedAt` stands only on
 * rows in the trash, `matchKeys` are the blind keys duplicates are found by. Frozen once the CRM
 * screens have landed; additive only from then on.
 */
export const initial = {
  version: 1,
  stores: {
    meta: 'key',
    keyring: 'slot',
    columns: 'id, set, [set+seq], importId',
    changes: 'seq, importId',
    changeBodies: 'seq, *recordIds',
    customers: 'id, ord, importId, externalKey, deletedAt, *matchKeys',
    contacts: 'id, customerId, importId, externalKey, deletedAt, *matchKeys',
    activities:
      'id, ord, customerId, startAt, importId, externalKey, deletedAt, [customerId+startAt]',
    tasks: 'id, customerId, dueAt, importId, deletedAt, status, [status+dueAt]',
    products: 'id, importId, externalKey, deletedAt, *matchKeys',
    orders: 'id, ord, customerId, date, importId, externalKey, deletedAt, [customerId+date]',
    deals: 'id, customerId, stage, importId, externalKey, deletedAt',
    targets: 'id, period, importId',
    settings: 'id',
    fieldDefinitions: 'id, entity, importId',
    savedViews: 'id, importId',
    imports: 'id, state',
    attachments: 'id, customerId, importId, deletedAt',
    segmentRuns: 'id, createdAt',
    models: 'id, createdAt',
    recommendations: 'id, customerId, status, importId',
    conversations: 'id, createdAt',
    messages: 'id, conversationId, at',
    articles: 'id, language',
    dialoguePairs: 'id, language',
    consents: 'id, customerId, importId',
    distinctPairs: 'id',
  },
} as const;
