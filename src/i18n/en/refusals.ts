import type { Advice, Facts, RefusalWords } from '#i18n/refusal-words.ts';

const say = (what: string, safe: string, next: string) => (): Advice => ({ what, safe, next });

const untouched = 'Your customers are untouched.';
const nothingImported = 'Nothing was imported; your customers are untouched.';
const oldModel = 'Your customers and the model in use are untouched.';
const oldSegments = 'Your customers and the segments so far are untouched.';

const naming = (facts: Facts, key: string, before = ' “', after = '”') =>
  facts[key] === undefined ? '' : `${before}${facts[key]}${after}`;

const worker = {
  cancelled: say('Cancelled.', untouched, 'You can start again whenever you like.'),
  'worker-died': say(
    'The work stopped: the tablet ended it, most often for lack of memory.',
    'Everything saved before is still there.',
    'Close other apps and try again.',
  ),
  'worker-silent': say(
    'The work stopped answering and was ended.',
    'Everything saved before is still there.',
    'Try again.',
  ),
  'busy-elsewhere': say(
    'This is already running in another tab.',
    untouched,
    'Wait for it to end there, or cancel it there.',
  ),
  bug: say(
    'Something went wrong in Rapport itself.',
    'Everything saved before is still there.',
    'Try again. If it happens again, copy the report in Settings.',
  ),
};

const tablet = {
  'position-denied': say(
    'This tablet does not tell Rapport where it is.',
    'Everything works without it.',
    'Allow the position for this page in the browser, or go on without.',
  ),
  'position-unknown': say(
    'The position could not be found just now.',
    'Everything works without it.',
    'Try again outdoors, or go on without.',
  ),
};

const database = {
  'storage-full': say(
    'The tablet’s storage is full.',
    'Everything saved before is still there; the last step was not saved.',
    'Free some space on the tablet, then try again.',
  ),
  'storage-unavailable': say(
    'This browser does not let Rapport store anything.',
    'Nothing was changed.',
    'Leave private browsing or allow storage for this page, then reload.',
  ),
  'database-newer': say(
    'The data on this tablet was saved by a newer version of Rapport.',
    'Nothing was changed.',
    'Close all tabs of Rapport and open it again to get the newer version.',
  ),
  'database-blocked': say(
    'Another tab of Rapport holds the data open.',
    'Nothing was changed.',
    'Close the other tabs of Rapport, then try again.',
  ),
  'vault-locked': say(
    'The data is locked.',
    'It is all still there, sealed.',
    'Open it with the passphrase or the recovery key.',
  ),
  'vault-damaged': say(
    'The key that opens the data on this tablet is damaged.',
    'The sealed data has not been changed.',
    'Restore a backup, or erase everything and start again.',
  ),
  'edit-conflict': say(
    'Somebody changed this meanwhile, in another tab or in the background.',
    'Their change is kept; yours was not saved.',
    'Look at the new values and make your change again.',
  ),
  'not-found': say('This is no longer there.', 'Nothing else was changed.', 'Go back to the list.'),
  'nothing-to-undo': say('There is nothing to undo.', untouched, 'Nothing needs doing.'),
};

const files = {
  'file-empty': say('The file is empty.', nothingImported, 'Choose another file.'),
  'file-binary': say(
    'This is not a table of text: it looks like a picture or a program.',
    nothingImported,
    'Choose a CSV or text file. From a spreadsheet, save as CSV first.',
  ),
  'file-too-large': say(
    'The file is larger than Rapport can take in at once.',
    nothingImported,
    'Split it into smaller files and import them one after the other.',
  ),
  'file-unreadable': say(
    'The file could not be read in that encoding.',
    nothingImported,
    'Choose another encoding, or choose the file again.',
  ),
  'file-one-column': say(
    'The file has only one column.',
    nothingImported,
    'Choose another delimiter, or check that the file is a table.',
  ),
  'file-no-rows': say(
    'The file has a header but no rows.',
    nothingImported,
    'Choose a file with rows.',
  ),
  'file-conflict-markers': (facts: Facts) => ({
    what: `The file holds two versions at once: conflict markers such as <<<<<<<${naming(facts, 'row', ' in row ', '')}.`,
    safe: nothingImported,
    next: 'Settle the two versions in an editor, save, and import again.',
  }),
  'file-other-kind': (facts: Facts) => ({
    what: `This is a file of another kind${naming(facts, 'kind', ': ', '')}.`,
    safe: nothingImported,
    next: 'Open it in the program it comes from and save it as XLSX or CSV, then import that.',
  }),
  'file-encrypted': say(
    'The workbook is protected with a password.',
    nothingImported,
    'Open it in the program it comes from, save a copy without a password, and import that.',
  ),
  'workbook-too-large': say(
    'The workbook unpacks to far more than Rapport can take in.',
    nothingImported,
    'Save the sheet as CSV, or split it into smaller workbooks.',
  ),
  'workbook-damaged': say(
    'The workbook is damaged or cut short.',
    nothingImported,
    'Choose the file again, or save it anew in the program it comes from.',
  ),
  'file-needs-answer': (facts: Facts) => ({
    what: `The file leaves a question open${naming(facts, 'column', ' in column “')}.`,
    safe: nothingImported,
    next: 'Choose how dates and decimals are written, then go on.',
  }),
  'file-kind-unknown': say(
    'Rapport cannot tell whether these are customers or orders.',
    nothingImported,
    'Say which of the two the file holds.',
  ),
  'column-missing': (facts: Facts) => ({
    what: `A column that is needed is missing${naming(facts, 'column', ': “')}${naming(facts, 'field', ': “')}.`,
    safe: nothingImported,
    next: 'Point one of the file’s columns to it.',
  }),
  'import-not-found': say(
    'This import is no longer there; it was probably undone already.',
    untouched,
    'Nothing needs doing.',
  ),
};

const outgoing = {
  'export-not-ours': say(
    'This is not a file of everything that Rapport wrote.',
    untouched,
    'Choose a file that Rapport exported as JSON. Other files go through Import.',
  ),
  'export-newer': say(
    'This file was written by a newer version of Rapport.',
    untouched,
    'Open Rapport with a network once to get the newer version, then try again.',
  ),
  'export-damaged': (facts: Facts) => ({
    what: `The file is damaged or was changed${naming(facts, 'line', ' at line ', '')}.`,
    safe: 'Nothing of it was taken over.',
    next: 'Use another copy of the file.',
  }),
  'restore-not-empty': say(
    'There are customers or orders on this tablet already.',
    untouched,
    'A file of everything is taken over only into an empty Rapport: erase everything in Settings first, or import lists.',
  ),
  'list-too-long': say(
    'The list is too long for a workbook made on this tablet.',
    untouched,
    'Make a CSV file of it, or narrow the list.',
  ),
  'nothing-to-export': say('There is nothing to write.', untouched, 'Choose another list.'),
};

const learning = {
  'no-data': say('There are no customers yet.', untouched, 'Import a file or load the demo data.'),
  'target-missing': (facts: Facts) => ({
    what: `The column to predict${naming(facts, 'column')}${naming(facts, 'field')} is not there.`,
    safe: oldModel,
    next: 'Choose another column.',
  }),
  'target-one-class': say(
    'All rows have the same answer, so there is nothing to tell apart.',
    oldModel,
    'Choose a column in which both answers occur.',
  ),
  'target-not-binary': (facts: Facts) => ({
    what: `The column to predict has ${facts.values ?? facts.distinct ?? 'more than two'} different values; it needs exactly two.`,
    safe: oldModel,
    next: 'Choose a column with two values, such as yes and no.',
  }),
  'too-few-rows': (facts: Facts) => ({
    what: `There is too little data to learn from${naming(facts, 'rows', ': ', ' rows')}. At least ${facts.needed ?? facts.least ?? 200} are needed.`,
    safe: oldModel,
    next: 'Import more customers, then train again.',
  }),
  'too-few-positives': (facts: Facts) => ({
    what: `The rarer answer occurs too seldom${naming(facts, 'positives', ': ', ' times')}. It needs at least ${facts.needed ?? facts.least ?? 50}.`,
    safe: oldModel,
    next: 'Import more customers, then train again.',
  }),
  'no-usable-columns': say(
    'No column is left to learn from.',
    oldModel,
    'Allow more columns, or import a file with more of them.',
  ),
  'backend-unavailable': say(
    'The chosen way of computing does not work on this tablet.',
    oldModel,
    'Choose “automatic”: Rapport then takes one that works.',
  ),
  'training-diverged': say(
    'The training ran astray and was stopped.',
    oldModel,
    'Train again; if it happens again, leave out columns with extreme numbers.',
  ),
  'model-missing': say('There is no model yet.', untouched, 'Train one under Insights.'),
  'not-scored': say(
    'The model in use has not scored this customer.',
    untouched,
    'Train again under Insights to score everybody.',
  ),
};

const segments = {
  'too-few-customers': (facts: Facts) => ({
    what: `There are too few different customers${naming(facts, 'customers', ': ', '')} for ${facts.k ?? 'so many'} segments.`,
    safe: oldSegments,
    next: 'Ask for fewer segments or import more customers.',
  }),
  'no-numeric-columns': (facts: Facts) => ({
    what: `There are no numbers to segment by${naming(facts, 'columns', ' in: ', '')}.`,
    safe: oldSegments,
    next: 'Choose columns that hold numbers.',
  }),
  'columns-constant': (facts: Facts) => ({
    what: `All customers have the same values${naming(facts, 'columns', ' in: ', '')}, so no groups can be found.`,
    safe: oldSegments,
    next: 'Choose other columns.',
  }),
  'no-orders': say(
    'There are no orders to segment by.',
    oldSegments,
    'Import orders, or segment by columns of your customers.',
  ),
};

const assistant = {
  'pattern-invalid': (facts: Facts) => ({
    what: `The pattern${naming(facts, 'pair', ' of pair ', '')} cannot be understood.`,
    safe: 'Nothing was saved.',
    next: 'Check brackets and special signs, then save again.',
  }),
  'message-empty': say('There is no question yet.', untouched, 'Write one and send it.'),
};

const attachments = {
  'attachment-too-large': (facts: Facts) => ({
    what: `The file is larger than Rapport keeps with a customer${naming(facts, 'megabytes', ': ', ' MB at most')}.`,
    safe: 'Nothing was attached; everything else is untouched.',
    next: 'Attach a smaller file, or a photo of it.',
  }),
  'picture-unreadable': say(
    'The picture could not be read, or it hides something that is no picture.',
    'Nothing was attached; everything else is untouched.',
    'Take a photo or a screenshot of it and attach that.',
  ),
};

export const refusals: RefusalWords = {
  ...worker,
  ...database,
  ...tablet,
  ...files,
  ...outgoing,
  ...learning,
  ...segments,
  ...assistant,
  ...attachments,
};
