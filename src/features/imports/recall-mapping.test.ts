import { expect, test } from 'vitest';
import type { ImportJournal } from '#core/imports/import-journal.ts';
import { recallMapping } from './recall-mapping.ts';

const journal = (at: number, fields: string[], state: ImportJournal['state'] = 'done') =>
  ({
    ...{ id: `i${at}`, createdAt: at, updatedAt: at, rev: 0, fileName: 'a.csv', as: 'customers' },
    ...{ state, rowsRead: 1, added: 1, updated: 0, skipped: 0, errors: [] },
    files: [
      {
        ...{ name: 'a.csv', as: 'customers', headers: ['x', 'y'], fields },
        ...{ rowsRead: 1, added: 1, updated: 0, skipped: 0 },
      },
    ],
  }) satisfies ImportJournal;

test('the last import with the same columns says where they go, whatever their order', () => {
  const found = recallMapping(
    [journal(1, ['name', 'skip']), journal(2, ['skip', 'name'])],
    ['y', 'x'],
  );
  expect(found?.fields).toEqual({ x: 'skip', y: 'name' });
  expect(found?.at).toBe(2);
});

test('other columns, and an import that was undone, say nothing', () => {
  expect(recallMapping([journal(1, ['name', 'skip'])], ['x', 'z'])).toBeUndefined();
  expect(recallMapping([journal(1, ['name', 'skip'], 'removed')], ['x', 'y'])).toBeUndefined();
});
