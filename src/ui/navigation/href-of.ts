/**
 * Addresses of the app's places, for links: `<a href={hrefOf.customer(id)}>`. What a reload must keep
 * stands in them. app/routes.ts says which screen each opens.
 */
export const hrefOf = {
  today: '#/',
  customers: '#/customers',
  /** A list with a filter, such as one segment: `{ segment: '2' }`. */
  customersWith: (query: Readonly<Record<string, string>>) =>
    `#/customers?${new URLSearchParams(query)}`,
  customer: (id: string) => `#/customers/${encodeURIComponent(id)}`,
  import: '#/import',
  insights: '#/insights',
  predictions: '#/insights/predictions',
  segments: '#/insights/segments',
  assistant: '#/assistant',
  settings: '#/settings',
} as const;
