import { hrefOf } from '#ui/navigation/href-of.ts';

/** What the palette can do beside finding customers; i18n words each. */
export type PaletteAct =
  | 'logHere'
  | 'orderHere'
  | 'dealHere'
  | 'newCustomer'
  | 'today'
  | 'customers'
  | 'pipeline'
  | 'predictions'
  | 'suggestions'
  | 'segments'
  | 'assistant'
  | 'tasks'
  | 'orders'
  | 'products'
  | 'import'
  | 'export'
  | 'duplicates'
  | 'fields'
  | 'history'
  | 'trash'
  | 'settings';

export type PaletteEntry = { readonly act: PaletteAct; readonly href: string };

const everywhere: readonly PaletteEntry[] = [
  { act: 'newCustomer', href: hrefOf.newCustomer },
  { act: 'today', href: hrefOf.today },
  { act: 'customers', href: hrefOf.customers },
  { act: 'pipeline', href: hrefOf.pipeline },
  { act: 'tasks', href: hrefOf.tasks },
  { act: 'orders', href: hrefOf.orders },
  { act: 'products', href: hrefOf.products },
  { act: 'predictions', href: hrefOf.predictions },
  { act: 'suggestions', href: hrefOf.suggestions },
  { act: 'segments', href: hrefOf.segments },
  { act: 'assistant', href: hrefOf.assistant },
  { act: 'import', href: hrefOf.import },
  { act: 'export', href: hrefOf.export },
  { act: 'duplicates', href: hrefOf.duplicates },
  { act: 'fields', href: hrefOf.fields },
  { act: 'history', href: hrefOf.history },
  { act: 'trash', href: hrefOf.trash },
  { act: 'settings', href: hrefOf.settings },
];

/** The id of the customer whose page is open, from the path. */
export const customerAtPath = (path: string): string | undefined => {
  const [, id] = /^\/customers\/([^/?]+)$/u.exec(path) ?? [];
  return id === undefined ? undefined : decodeURIComponent(id);
};

/** What can be done from a place, what concerns the customer in view first. */
export const paletteEntries = (path: string): readonly PaletteEntry[] => {
  const id = customerAtPath(path);
  if (id === undefined) return everywhere;
  return [
    { act: 'logHere', href: hrefOf.log(id) },
    { act: 'orderHere', href: hrefOf.newOrder(id) },
    { act: 'dealHere', href: hrefOf.newDeal(id) },
    ...everywhere,
  ];
};
