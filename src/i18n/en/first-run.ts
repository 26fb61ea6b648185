/** Words of the one screen before there is any customer. */
export const firstRun = {
  title: 'Know your customers, keep them here',
  promise: 'Customers stay on this device.',
  lead: 'Rapport learns from your own orders and visits, without an account and without a network.',
  demo: 'Load demo data',
  demoHint: '5,000 invented customers with two years of orders; removed with one tap.',
  import: 'Import your file',
  importHint: 'CSV or text, any encoding; nothing is sent anywhere.',
  restore: 'Take over a file of everything',
  language: 'Language',
  filling: 'Making demo customers…',
};
