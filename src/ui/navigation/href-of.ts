/**
 * Addresses of the app's places, for links: `<a href={hrefOf.customer(id)}>`. What a reload must keep
 * stands in them. app/routes.ts says which screen each opens.
 */
export const hrefOf = {
  today: '#/',
  customers: '#/customers',
  /** A list with a filter, such as one segment: `{ segment: id }`. */
  customersWith: (query: Readonly<Record<string, string>>) =>
    `#/customers?${new URLSearchParams(query)}`,
  customer: (id: string) => `#/customers/${encodeURIComponent(id)}`,
  /** A form for a new customer. */
  newCustomer: '#/customers?new=1',
  duplicates: '#/duplicates',
  /** Two customers side by side, to be merged or told apart. The first one is kept. */
  compare: (a: string, b: string) => `#/duplicates?${new URLSearchParams({ a, b })}`,
  /** The sheet that logs what was done with a customer; `task` is done by it. */
  log: (customerId: string, task?: string) =>
    `#/log/${encodeURIComponent(customerId)}${task === undefined ? '' : `?task=${encodeURIComponent(task)}`}`,
  /** The same from Today, where one comes back to. */
  logFromToday: (customerId: string, task?: string) =>
    `#/log/${encodeURIComponent(customerId)}?${new URLSearchParams({ from: 'today', ...(task === undefined ? {} : { task }) })}`,
  tasks: '#/tasks',
  /** What was done on a day (`YYYY-MM-DD`). */
  dayReport: (day: string) => `#/report/${day}`,
  orders: '#/orders',
  order: (id: string) => `#/orders/${encodeURIComponent(id)}`,
  newOrder: (customerId: string, kind: 'order' | 'quote' | 'return' = 'order') =>
    `#/orders/new?${new URLSearchParams({ customer: customerId, kind })}`,
  products: '#/products',
  product: (id: string) => `#/products/${encodeURIComponent(id)}`,
  pipeline: '#/pipeline',
  deal: (id: string) => `#/pipeline/${encodeURIComponent(id)}`,
  newDeal: (customerId?: string) =>
    `#/pipeline/new${customerId === undefined ? '' : `?${new URLSearchParams({ customer: customerId })}`}`,
  fields: '#/fields',
  trash: '#/trash',
  history: '#/history',
  export: '#/export',
  more: '#/more',
  import: '#/import',
  insights: '#/insights',
  predictions: '#/insights/predictions',
  suggestions: '#/insights/suggestions',
  segments: '#/insights/segments',
  assistant: '#/assistant',
  settings: '#/settings',
} as const;
