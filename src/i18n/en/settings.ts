import { plural } from '#i18n/plural.ts';

/** Words of the Settings screen. */
export const settings = {
  title: 'Settings',
  look: 'Language and look',
  language: 'Language',
  languages: { en: 'English', zh: '中文' },
  theme: 'Theme',
  themes: { auto: 'Automatic', light: 'Light', dark: 'Dark', sunlight: 'Sunlight' },
  text: 'Text size',
  texts: { normal: 'Normal', large: 'Large', larger: 'Larger' },
  singleKeys: 'Single-key shortcuts ( / to search, g then t, c, i or a to go )',
  money: 'Money',
  currency: 'Currency of amounts without one',
  storage: 'Storage',
  storageUsed: 'Used on this tablet',
  storageOf: (used: string, all: string) => `${used} of about ${all}`,
  storageUnknown: 'This browser does not say.',
  persisted: 'The browser keeps this data until you delete it.',
  notPersisted: 'The browser may clear this data when the tablet runs out of space.',
  persist: 'Ask the browser to keep it',
  persistRefused:
    'The browser did not agree. It often does once Rapport is installed on the home screen.',
  backupTruth:
    'Storage of a browser can be cleared by the system or by you; only a file outside the browser is a backup.',
  privacy: 'Privacy',
  privacyPromise:
    'Rapport has no server. This page and its workers may reach only the place they were loaded from.',
  requests: 'Requests of this page',
  requestsOwn: (count: number) => `${plural(count, 'request', 'requests')} to its own address`,
  requestsForeign: (count: number) =>
    count === 0 ? '0 to any other address' : `${count} to other addresses!`,
  refusedByPolicy: (count: number) =>
    count === 0
      ? 'No attempt had to be refused.'
      : `${plural(count, 'attempt was', 'attempts were')} refused by the page’s policy.`,
  checkAgain: 'Check again',
  whatIsStored: 'What is stored',
  sealed:
    'Every record is encrypted with AES-256. The key is kept by this browser: it does not protect from somebody who copies the whole browser profile, nor an unlocked tablet.',
  leaving:
    'Links you tap, such as a phone number or a map, do leave the app; that is the one way out.',
  tables: {
    customers: 'Customers',
    orders: 'Orders',
    products: 'Products',
    models: 'Models',
    segmentRuns: 'Segment runs',
    messages: 'Messages',
    imports: 'Imports',
  },
  demo: 'Demo data',
  demoNone: 'There is no demo data.',
  demoThere: 'Invented customers and orders are loaded.',
  demoLoad: 'Load demo data',
  demoRemove: 'Remove demo data',
  erase: 'Erase everything',
  eraseHint:
    'Deletes all customers, orders, models, conversations, keys and settings on this tablet.',
  eraseTitle: 'Erase everything on this tablet?',
  eraseSure: 'There is no way back: Rapport has no other copy.',
  eraseConfirm: 'Erase everything',
  eraseType: (word: string) => `Type ${word} to confirm`,
  eraseWord: 'ERASE',
  report: 'Problem report',
  reportNone: 'Nothing has gone wrong since the app was opened.',
  reportSome: (count: number) =>
    `${plural(count, 'problem', 'problems')} since the app was opened. The report stays here until you paste it somewhere.`,
  licences: 'Licences',
  licencesHint: 'Rapport is free software (MIT). It stands on these libraries:',
};
