import { expect, test } from 'vitest';
import type { FileReading } from '#contracts/import.ts';
import { emptyDraft, reduceDraft } from './import-draft.ts';

const reading: FileReading = {
  settings: { encoding: 'utf-8', delimiter: ',', hasHeader: true, dates: 'auto', decimal: 'auto' },
  form: 'csv',
  sheets: [],
  remarks: [],
  kind: 'customers',
  columns: [
    { header: 'company', field: 'name', type: 'text', samples: ['Acme'] },
    { header: 'firm', field: 'custom', type: 'text', samples: ['Acme Ltd'] },
  ],
  questions: [],
  preview: [['Acme', 'Acme Ltd']],
  bytes: 30,
};

const chosen = reduceDraft(emptyDraft, {
  type: 'file-chosen',
  blob: new Blob(['a']),
  name: 'a.csv',
});
const mapped = reduceDraft(chosen, { type: 'read', reading });

test('a new file forgets what was said about the last one', () => {
  const changed = reduceDraft(mapped, { type: 'settings-chosen', settings: { delimiter: ';' } });
  const next = reduceDraft(changed, { type: 'file-chosen', blob: new Blob(['b']), name: 'b.csv' });
  expect(next.chosen).toEqual({});
  expect(next.reading).toBeUndefined();
  expect(next.isReading).toBe(true);
});

test('two columns cannot both be the name: the newer choice wins', () => {
  const next = reduceDraft(mapped, { type: 'column-mapped', at: 1, part: { field: 'name' } });
  expect(next.columns.map(({ field }) => field)).toEqual(['custom', 'name']);
});

test('a refused import goes back to the check and keeps the mapping', () => {
  const running = reduceDraft(mapped, { type: 'started', importId: 'i1' });
  const back = reduceDraft(running, { type: 'refused', refusal: { code: 'storage-full' } });
  expect(back.step).toBe('check');
  expect(back.columns).toHaveLength(2);
  expect(back.refusal?.code).toBe('storage-full');
});

test('an error is gone as soon as something is changed', () => {
  const wrong = reduceDraft(chosen, { type: 'refused', refusal: { code: 'file-one-column' } });
  expect(
    reduceDraft(wrong, { type: 'settings-chosen', settings: { delimiter: ';' } }).refusal,
  ).toBe(undefined);
});

test('reading the file again with other dates keeps what was said about its columns', () => {
  const said = reduceDraft(mapped, { type: 'column-mapped', at: 1, part: { field: 'skip' } });
  const again = reduceDraft(said, { type: 'settings-chosen', settings: { dates: 'dmy' } });
  const read = reduceDraft(again, { type: 'read', reading });
  expect(read.columns.map(({ field }) => field)).toEqual(['name', 'skip']);
});
