import { plural } from '#i18n/plural.ts';

/** Words of the screen of custom fields. */
export const fields = {
  title: 'Custom fields',
  lead: 'They appear in forms, filters, import and export.',
  add: 'Add a field',
  of: 'Fields of',
  entities: {
    customers: 'Customers',
    contacts: 'Contacts',
    products: 'Products',
    orders: 'Orders',
    deals: 'Deals',
    activities: 'Activities',
    tasks: 'Tasks',
  },
  addTo: {
    customers: 'New field of customers',
    contacts: 'New field of contacts',
    products: 'New field of products',
    orders: 'New field of orders',
    deals: 'New field of deals',
    activities: 'New field of activities',
    tasks: 'New field of tasks',
  },
  change: 'Change the field',
  empty: 'No custom fields here yet',
  emptyHint: 'Add what your trade needs to know: floor space, delivery day, brand of oven.',
  label: 'Name of the field',
  labelNeeded: 'A field needs a name.',
  labelTaken: 'There is a field with this name already.',
  type: 'What it holds',
  types: { number: 'Number', date: 'Date', choice: 'Choice', text: 'Text', yesno: 'Yes / no' },
  typeStays: (type: string) => `Holds: ${type}. What is written in it stays as it is.`,
  choice: 'Choices',
  choiceHint: 'Several at once: separate them with commas.',
  choicesNeeded: 'Add at least one choice.',
  addChoice: 'Add to the choices',
  up: (choice: string) => `Move up: ${choice}`,
  down: (choice: string) => `Move down: ${choice}`,
  learn: 'May be used for learning',
  why: {
    protected:
      'Off unless you allow it: gender, birthday, nationality, health and religion should not decide how a customer is treated.',
    text: 'Off unless you allow it: free text differs in every row, so little can be learnt from it.',
  },
  edit: (label: string) => `Edit: ${label}`,
  remove: (label: string) => `Delete: ${label}`,
  deleted: (count: number) => plural(count, 'deleted field', 'deleted fields'),
  deletedHint:
    'They are in the trash for 30 days. Their values stay with the records and are shown again with the field.',
  restore: (label: string) => `Restore “${label}”`,
};
