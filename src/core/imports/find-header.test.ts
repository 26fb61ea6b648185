import { describe, expect, test } from 'vitest';
import { findHeader, joinHeader } from './find-header.ts';

const rowsOf = (text: string) => text.split('\n').map((line) => line.split(','));

describe('where a table begins', () => {
  test('a plain list begins in its first row', () => {
    expect(findHeader(rowsOf('name,city,size\nAnna,Köln,3\nBert,Bonn,4'))).toEqual({
      at: 0,
      lines: 1,
    });
  });

  test('a title, remarks and blank lines above the header are no part of it', () => {
    const bill =
      '账单,,,\n昵称,,,\n,,,\n时间,类型,对方,金额\n2024-01-02,付款,店,3\n2024-01-03,付款,店,4';
    expect(findHeader(rowsOf(bill))).toEqual({ at: 3, lines: 1 });
  });

  test('a first customer of whom little is known is not taken for a title', () => {
    expect(findHeader(rowsOf('Anna,,\nBert,3,Bonn\nCarl,4,Trier')).at).toBe(0);
    expect(findHeader(rowsOf('name,note,city\nAnna,,\nBert,,\nCarl,x,Trier')).at).toBe(0);
  });

  test('a header of two lines, as merged cells leave it, is found and made one', () => {
    const rows = rowsOf('Shop,Contact,,Sales,\n,Name,Phone,2023,2024x\nA,Ann,12,5,6\nB,Ben,13,7,8');
    expect(findHeader(rows).lines).toBe(1);
    const merged = rowsOf('Shop,Contact,,Sales,\n,Name,Phone,Q1,Q2\nA,Ann,12,5,6\nB,Ben,13,7,8');
    expect(findHeader(merged)).toEqual({ at: 0, lines: 2 });
    expect(joinHeader(merged[0] ?? [], merged[1] ?? [])).toEqual([
      'Shop',
      'Contact Name',
      'Contact Phone',
      'Sales Q1',
      'Sales Q2',
    ]);
  });
});
