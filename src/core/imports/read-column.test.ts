import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCell, type ColumnFacts, newFacts } from './column-facts.ts';
import { readColumn, readColumnAs, settleDates, settleDecimal } from './read-column.ts';

const factsOf = (...cells: readonly string[]): ColumnFacts => {
  const facts = newFacts();
  for (const cell of cells) addCell(facts, cell);
  return facts;
};
const auto = { decimal: 'auto', dates: 'auto' } as const;
const typeOf = (...cells: readonly string[]) => readColumn(factsOf(...cells), auto).type;

describe('[I4] the type of a column', () => {
  test('all numbers make a number, one word among them a text', () => {
    expect(typeOf('1', '-2.5', '', '1,234', '1.2E-05')).toBe('number');
    expect(typeOf('1', '2', '3', 'twelve', '4')).toBe('text');
  });

  test('codes are no numbers: zeros in front, long ids, ids that look like powers', () => {
    expect(typeOf('007', '123', '450')).toBe('text');
    expect(typeOf('1234567890123456', '1234567890123457', '99')).toBe('text');
    expect(typeOf('1e5', '2e7', '3e1')).toBe('text');
  });

  test('words for "nothing here" do not spoil a column of numbers or dates', () => {
    expect(typeOf('1', 'NULL', '?', 'NaN', 'n/a', '-inf', '2')).toBe('number');
    expect(typeOf('2024-01-05', 'NULL', '2024-02-06')).toBe('date');
    expect(typeOf('NULL', 'NULL', 'NULL')).toBe('choice');
  });

  test('yes and no, in English and Chinese, keep their words, yes first', () => {
    expect(readColumn(factsOf('no', 'yes', 'no', ''), auto)).toMatchObject({
      type: 'yesno',
      choices: ['yes', 'no'],
    });
    expect(readColumn(factsOf('否', '是'), auto).choices).toEqual(['是', '否']);
    expect(typeOf('yes', 'no', 'unknown', 'no', 'yes', 'no')).toBe('choice');
  });

  test('values that repeat make a choice, values that do not make a text', () => {
    expect(typeOf('red', 'blue', 'red', 'red')).toBe('choice');
    expect(typeOf('Anna', 'Ben', 'Cy', 'Dora')).toBe('text');
  });

  test('an empty column is a choice without values', () => {
    expect(readColumn(factsOf('', ' ', ''), auto)).toMatchObject({ type: 'choice', choices: [] });
  });

  test('a said type is kept where the cells allow it', () => {
    const bits = factsOf('0', '1', '1');
    expect(readColumnAs(bits, 'choice', auto)).toMatchObject({ type: 'choice' });
    expect(readColumnAs(bits, 'text', auto).type).toBe('text');
    expect(readColumnAs(factsOf('1', '2', '3', 'many'), 'number', auto).type).toBe('number');
    expect(readColumnAs(factsOf('red', 'red', 'blue', 'blue'), 'number', auto).type).toBe('choice');
  });
});

describe('[I4] percentages', () => {
  test('a column of percentages is a number that remembers its sign', () => {
    expect(readColumn(factsOf('12.5%', '-3 %', '', 'n/a', '1,234.5％'), auto)).toMatchObject({
      type: 'number',
      decimal: '.',
      percent: true,
    });
    expect(readColumn(factsOf('12,5%', '7%'), auto)).toMatchObject({ decimal: ',', percent: true });
    expect(settleDecimal([factsOf('12,5%', '7%')], ';', 'auto')).toBe(',');
    expect(readColumn(factsOf('12.5', '7'), auto).percent).toBeUndefined();
  });

  test('one cell without the sign makes the column a text', () => {
    expect(typeOf('12.5%', '7%', '0')).toBe('text');
  });
});

describe('[I5] years of two digits and named months', () => {
  test('a column of them is one of dates, where every row holds', () => {
    expect(readColumn(factsOf('31/12/24', '01/02/23', '05/02/23'), auto)).toMatchObject({
      type: 'date',
      dates: 'dmy',
      ambiguousDates: false,
    });
    expect(readColumn(factsOf('12/31/99', '1/2/00'), auto)).toMatchObject({ dates: 'mdy' });
    expect(typeOf('03-Jan-24', '4-Feb-24')).toBe('date');
    expect(typeOf('Jan 3, 2024', '2024-02-04', '2024年2月5日')).toBe('date');
    expect(typeOf('31/12/24', '01/02/23', 'soon')).toBe('text');
    expect(typeOf('31/12/24', '30/02/23', '01/02/23')).toBe('text');
  });

  test('where the year may stand in front, nothing is guessed', () => {
    const open = factsOf('24-12-31', '24-11-30', '23-01-15');
    for (const dates of ['auto', 'dmy', 'mdy', 'ymd'] as const)
      expect(readColumn(open, { ...auto, dates }).type).toBe('text');
    expect(settleDates([open], 'auto')).toBe('auto');
    expect(readColumnAs(open, 'text', auto).type).toBe('text');
    expect(readColumnAs(factsOf('31-12-24'), 'date', { ...auto, dates: 'dmy' })).toMatchObject({
      type: 'date',
      dates: 'dmy',
    });
    expect(typeOf('31-12-85', '30-11-01')).toBe('date');
    expect(typeOf('31/12/24', '30/11/23')).toBe('date');
  });
});

describe('[I5] dates and decimals', () => {
  test('a day above twelve tells the order, for the column and for the file', () => {
    const clear = factsOf('31/12/2012', '02/01/2014');
    const open = factsOf('02/01/2014', '03/04/2015');
    expect(readColumn(clear, auto)).toMatchObject({ type: 'date', dates: 'dmy' });
    expect(readColumn(open, auto)).toMatchObject({ ambiguousDates: true });
    expect(settleDates([clear, open], 'auto')).toBe('dmy');
    expect(readColumnAs(open, 'date', auto).type).toBe('text');
    expect(readColumnAs(open, 'date', { ...auto, dates: 'mdy' })).toMatchObject({
      type: 'date',
      dates: 'mdy',
    });
  });

  test('the 30th of February is no date', () => {
    expect(typeOf('2024-02-30', '2024-02-28', '2024-03-01')).toBe('text');
  });

  test('a comma is a decimal mark where only that fits, or commas do not part the cells', () => {
    expect(settleDecimal([factsOf('1,7', '200.000.000')], ',', 'auto')).toBe(',');
    expect(settleDecimal([factsOf('4,857', '1,234')], ';', 'auto')).toBe(',');
    expect(settleDecimal([factsOf('4,857', '1,234')], ',', 'auto')).toBe('.');
    expect(settleDecimal([factsOf('1.234'), factsOf('0,5')], ';', 'auto')).toBe(',');
    expect(settleDecimal([factsOf('1.5'), factsOf('4,857')], ';', 'auto')).toBe('.');
  });
});

test('whatever the cells, the type does not depend on their order', () => {
  const cell = fc.constantFrom(
    '1',
    '2.5',
    'yes',
    'no',
    '',
    '2024-01-05',
    '05/06/2024',
    'NULL',
    'x',
  );
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 12 }), (cells) => {
      const sorted = [...cells].sort();
      expect(typeOf(...cells)).toBe(typeOf(...sorted));
    }),
  );
});
