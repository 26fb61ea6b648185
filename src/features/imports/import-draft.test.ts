import { expect, test } from 'vitest';
import type { FileReading, ImportCheck } from '#contracts/import.ts';
import { type FileAction, newFile } from './file-draft.ts';
import { emptyDraft, type ImportDraft, reduceDraft, shownFile } from './import-draft.ts';

const reading: FileReading = {
  settings: { encoding: 'utf-8', delimiter: ',', hasHeader: true, dates: 'auto', decimal: 'auto' },
  form: 'csv',
  sheets: [],
  remarks: [],
  head: [],
  kind: 'customers',
  columns: [
    { header: 'company', field: 'name', type: 'text', samples: ['Acme'] },
    { header: 'firm', field: 'custom', type: 'text', samples: ['Acme Ltd'] },
  ],
  questions: [],
  preview: [['Acme', 'Acme Ltd']],
  bytes: 30,
};

const check: ImportCheck = {
  ...{ encoding: 'utf-8', delimiter: ',', rowsRead: 1, added: 1, updated: 0, skipped: 0 },
  ...{ errors: [], files: [], near: [], unlinked: [], ms: 1 },
  made: { customers: 1, orders: 0, products: 0, returns: 0 },
  rows: { added: [], updated: [] },
};

const toFile = (draft: ImportDraft, action: FileAction, id = 'a') =>
  reduceDraft(draft, { type: 'file', id, action });
const chosen = reduceDraft(emptyDraft, {
  type: 'files-chosen',
  files: [newFile('a', new Blob(['a']), 'a.csv'), newFile('b', new Blob(['b']), 'b.csv')],
});
const mapped = toFile(chosen, { type: 'read', reading });
const fieldsOf = (draft: ImportDraft) => shownFile(draft)?.columns.map(({ field }) => field);

test('two columns cannot both be the name: the newer choice wins', () => {
  const next = toFile(mapped, { type: 'column-mapped', at: 1, part: { field: 'name' } });
  expect(fieldsOf(next)).toEqual(['custom', 'name']);
});

test('a refused import goes back to the check and keeps the mapping', () => {
  const running = reduceDraft(mapped, { type: 'started', importId: 'i1' });
  const back = reduceDraft(running, { type: 'refused', refusal: { code: 'storage-full' } });
  expect(back.step).toBe('check');
  expect(fieldsOf(back)).toHaveLength(2);
  expect(back.refusal?.code).toBe('storage-full');
});

test('an error is gone as soon as something is changed', () => {
  const wrong = toFile(chosen, { type: 'unreadable', refusal: { code: 'file-one-column' } });
  const next = toFile(wrong, { type: 'settings-chosen', settings: { delimiter: ';' } });
  expect(shownFile(wrong)?.refusal?.code).toBe('file-one-column');
  expect(shownFile(next)?.refusal).toBeUndefined();
});

test('reading the file again with other dates keeps what was said about its columns', () => {
  const said = toFile(mapped, { type: 'column-mapped', at: 1, part: { field: 'skip' } });
  const again = toFile(said, { type: 'settings-chosen', settings: { dates: 'dmy' } });
  expect(fieldsOf(toFile(again, { type: 'read', reading }))).toEqual(['name', 'skip']);
});

test('what the dry run found is forgotten when a rule, a column or the files change', () => {
  const checked = reduceDraft(mapped, { type: 'checked', check });
  expect(checked.check).toBe(check);
  const ruled = reduceDraft(checked, { type: 'rules-chosen', rules: { duplicates: 'skip' } });
  expect(ruled.check).toBeUndefined();
  expect(ruled.rules).toEqual({ duplicates: 'skip' });
  const moved = toFile(checked, { type: 'column-mapped', at: 0, part: { field: 'skip' } });
  expect(moved.check).toBeUndefined();
  expect(reduceDraft(checked, { type: 'file-removed', id: 'b' }).check).toBeUndefined();
});

test('the pairs of names stay in sight while an answer is tried, and go with another file', () => {
  const near = [
    { entity: 'products', said: 'GTXPro', known: 'GTX Pro', count: 2, isLinked: false },
  ] as const;
  const checked = reduceDraft(mapped, { type: 'checked', check: { ...check, near } });
  const samePairs = { 'products|GTXPro': 'link' } as const;
  const answered = reduceDraft(checked, { type: 'rules-chosen', rules: { samePairs } });
  expect(answered).toMatchObject({ near, rules: { samePairs } });
  expect(answered.check).toBeUndefined();
  expect(reduceDraft(answered, { type: 'file-removed', id: 'a' }).near).toEqual([]);
});

test('another sheet looks for its own header', () => {
  const said = toFile(mapped, {
    type: 'settings-chosen',
    settings: { headerAt: 3, hasHeader: true },
  });
  const other = toFile(said, { type: 'settings-chosen', settings: { sheet: 'May' } });
  expect(shownFile(other)?.chosen).toEqual({ sheet: 'May' });
});

test('columns go where they went before, and back to the proposal when asked', () => {
  const fields = { company: 'skip', firm: 'name' };
  const kept = { fileName: 'old.csv', at: 1, as: 'customers', fields } as const;
  const again = toFile(chosen, { type: 'read', reading, kept });
  expect(fieldsOf(again)).toEqual(['skip', 'name']);
  expect(shownFile(again)?.kept).toBe(kept);
  const proposed = toFile(again, { type: 'proposal-taken' });
  expect(fieldsOf(proposed)).toEqual(['name', 'custom']);
});

test('the column of reasons in a mended file is left out', () => {
  const columns = [
    { header: 'Reason (Rapport)', field: 'custom', type: 'text' as const, samples: [] },
    ...reading.columns,
  ];
  const read = toFile(chosen, { type: 'read', reading: { ...reading, columns } });
  expect(fieldsOf(read)).toEqual(['skip', 'name', 'custom']);
});
