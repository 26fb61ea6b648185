import { expect, test } from 'vitest';
import { openTable } from './open-table.ts';
import { scanOnce } from './scan-once.ts';

const scanOf = async (text: string, hasHeader?: boolean, delimiter = ',') => {
  const file = new Blob([text]);
  const table = await openTable(file, 'a.csv', { encoding: 'utf-8', delimiter });
  if (!table.ok) throw new Error(table.refusal.code);
  const scan = await scanOnce(file, table.value, hasHeader);
  if (!scan.ok) throw new Error(scan.refusal.code);
  return scan.value;
};

test('a file that was looked at is not looked at again to be imported', async () => {
  const looked = await scanOf('name,age\nAnna,30\n');
  expect(await scanOf('name,age\nAnna,30\n', true)).toBe(looked);
});

test('one other byte, delimiter or header choice is another scan', async () => {
  await scanOf('name,age\nAnna,30\n');
  expect((await scanOf('name,age\nAnna,31\n', true)).preview).toEqual([['Anna', '31']]);
  expect((await scanOf('name,age\nAnna,31\n', false)).rows).toBe(2);
  expect((await scanOf('name,age\nAnna,31\n', true, ';')).headers).toEqual(['name,age']);
});
