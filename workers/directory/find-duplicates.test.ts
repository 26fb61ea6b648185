import { expect, test } from 'vitest';
import {
  type DirectoryTable,
  emptyDirectory,
  placeDirectoryChunk,
} from '#core/customers/directory-table.ts';
import { seededRandom } from '#core/seeded-random.ts';
import { findDuplicates } from './find-duplicates.ts';

type Row = {
  readonly name: string;
  readonly altName?: string;
  readonly city?: string;
  readonly email?: string;
  readonly phone?: string;
};

const tableOf = (rows: readonly Row[]): DirectoryTable => {
  const table = emptyDirectory();
  const column = (name: keyof Row) => rows.map((row) => row[name] ?? null);
  placeDirectoryChunk(table, {
    first: 0,
    ids: rows.map((_, at) => `c${at}`),
    columns: {
      name: column('name'),
      altName: column('altName'),
      city: column('city'),
      email: column('email'),
      phone: column('phone'),
    },
  });
  return table;
};

const goOn = async () => false;
const find = async (rows: readonly Row[], apart: readonly string[] = []) =>
  (await findDuplicates(tableOf(rows), new Set(apart), goOn))?.groups.map(({ ids, reasons }) => [
    ids.join(' '),
    ...reasons,
  ]);

test('the same e-mail, the same number and the same name in one town are each a group', async () => {
  const rows: Row[] = [
    { name: 'River', email: 'a@x.example' },
    { name: 'Hill', phone: '+49 228 555 0101' },
    { name: 'Stream', email: 'A@x.example' },
    { name: 'Mount', phone: '0228-5550101' },
    { name: 'Lake Foods Ltd', city: 'Bonn' },
    { name: 'lake foods', city: 'BONN' },
    { name: 'lake foods', city: 'Kiel' },
  ];
  expect(await find(rows)).toEqual([
    ['c0 c2', 'email'],
    ['c1 c3', 'phone'],
    ['c4 c5', 'name-city'],
  ]);
});

test('a slip in a name of the same town is found wherever it stands, in Chinese too', async () => {
  const rows: Row[] = [
    { name: 'Riverside Foods', city: 'Bonn' },
    { name: 'Rverside Foods', city: 'Bonn' },
    { name: 'Mountain Tools', city: 'Bonn' },
    { name: 'Mountain Toosl', city: 'Bonn' },
    { name: '北京华联超市有限公司', city: '北京' },
    { name: '北京华联商市', city: '北京' },
    { name: '华信食品', altName: 'Huaxin Foods', city: '上海' },
    { name: '华鑫食品', altName: 'Huaxin Foods', city: '上海' },
    { name: 'Market 12', city: 'Bonn' },
    { name: 'Market 13', city: 'Bonn' },
  ];
  expect(await find(rows)).toEqual([
    ['c0 c1', 'similar-name'],
    ['c2 c3', 'similar-name'],
    ['c4 c5', 'similar-name'],
    ['c6 c7', 'similar-name'],
  ]);
});

test('two a person has told apart are not shown again', async () => {
  const rows = [
    { name: 'River', city: 'Bonn' },
    { name: 'River', city: 'Bonn' },
  ];
  expect(await find(rows)).toEqual([['c0 c1', 'name-city']]);
  expect(await find(rows, ['c0|c1'])).toEqual([]);
});

test('a switchboard that many share makes no group', async () => {
  const rows = Array.from({ length: 40 }, (_, at) => ({ name: `N${at}`, phone: '0228 5550000' }));
  expect(await find(rows)).toEqual([]);
});

test('a hundred thousand customers are compared in seconds, and every planted twin is found', async () => {
  const random = seededRandom(7);
  const letters = 'abcdefghijklmnoprstuvwyz';
  const word = () =>
    Array.from({ length: 5 + Math.floor(random() * 5) }, () =>
      letters.charAt(Math.floor(random() * letters.length)),
    ).join('');
  const rows: Row[] = Array.from({ length: 100_000 }, (_, at) => ({
    name: `${word()} ${['foods', 'tools', 'trading'][at % 3]}`,
    city: `City ${at % 50}`,
    phone: `+49 ${10_000_000 + at * 7}`,
    email: `person${at}@shop.example`,
  }));
  const planted = Array.from({ length: 50 }, (_, at) => {
    const { name, city = '' } = rows[at * 1999] as Row;
    return { name: `${name.slice(0, 3)}q${name.slice(3)}`, city };
  });
  const from = performance.now();
  const found = await findDuplicates(tableOf([...rows, ...planted]), new Set(), goOn);
  // A generous bound for a busy machine; alone it takes about two seconds.
  expect(performance.now() - from).toBeLessThan(60_000);
  const last = (found?.groups ?? []).map(({ ids }) => ids.at(-1));
  expect(new Set(last)).toEqual(new Set(planted.map((_, at) => `c${100_000 + at}`)));
}, 240_000);
