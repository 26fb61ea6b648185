/** Words of the screen that leads to everything without a place in the navigation. */
export const more = {
  title: 'More',
  groups: { selling: 'Selling', data: 'Data in and out', safety: 'Safety and settings' },
  entries: {
    tasks: { name: 'Tasks', hint: 'What is due, by day' },
    orders: { name: 'Orders and quotes', hint: 'Written here or imported' },
    products: { name: 'Products', hint: 'The catalogue orders are made from' },
    import: { name: 'Import', hint: 'Spreadsheets, address books, pasted tables' },
    export: { name: 'Export', hint: 'Lists, everything, calendar' },
    duplicates: { name: 'Duplicates', hint: 'Find who is there twice and merge them' },
    fields: { name: 'Custom fields', hint: 'Add what your trade needs to know' },
    history: { name: 'History', hint: 'The last changes, each can be taken back' },
    trash: { name: 'Trash', hint: 'Deleted records, kept for 30 days' },
    settings: { name: 'Settings', hint: 'You, your visits, look, storage, privacy' },
  },
};
