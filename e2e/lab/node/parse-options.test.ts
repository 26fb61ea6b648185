import { describe, expect, test } from 'vitest';
import { type OptionTable, parseOptions } from './parse-options.ts';
import { splitList } from './split-list.ts';

const table: OptionTable = {
  columns: { kind: 'list' },
  as: { kind: 'texts' },
  k: { kind: 'text' },
  mode: { kind: 'choice', of: ['reference', 'logistic'] },
};

describe('the options of a command', () => {
  test('are read with a space or an equals sign, and files stand between them', () => {
    const options = parseOptions(table, ['a.csv', '--seed', '7', '--mode=logistic', 'b.csv']);
    expect(options.files).toEqual(['a.csv', 'b.csv']);
    expect(options.whole('seed')).toBe(7);
    expect(options.text('mode')).toBe('logistic');
  });

  test('a list takes quoted names with commas and may be repeated', () => {
    const options = parseOptions(table, [
      '--columns',
      'Age,"Annual Income (k$), gross"',
      '--columns',
      'Spending Score (1-100)',
    ]);
    expect(options.texts('columns')).toEqual([
      'Age',
      'Annual Income (k$), gross',
      'Spending Score (1-100)',
    ]);
  });

  test('the kind of one file can be named with its path', () => {
    expect(
      parseOptions(table, ['--as', 'orders=x=1.csv', '--as', 'customers']).texts('as'),
    ).toEqual(['orders=x=1.csv', 'customers']);
  });

  test.each([
    [['--colour', 'red'], 'There is no option --colour here.'],
    [['--constructor', 'x'], 'There is no option --constructor here.'],
    [['--k'], '--k needs a value.'],
    [['--k', '3', '--k', '4'], '--k may be given once.'],
    [['--seed', '-1'], '--seed takes a whole number from 0; not "-1"'],
    [['--timeout', '0'], '--timeout takes a whole number from 1; not "0"'],
    [['--mode', 'magic'], '--mode takes one of reference, logistic; not "magic"'],
    [['--columns', '"a,b'], '--columns: a quote is not closed in "a,b'],
  ])('%j is refused as a mistake of usage', (words, message) => {
    expect(() => parseOptions(table, words)).toThrow(
      expect.objectContaining({ exit: 2, code: 'usage', message }),
    );
  });
});

describe('a comma list', () => {
  test.each([
    ['a', ['a']],
    ['a,b', ['a', 'b']],
    ['', ['']],
    ['a,', ['a', '']],
    ['"a,b",c', ['a,b', 'c']],
    ['"say ""hi""",x', ['say "hi"', 'x']],
    [' a, b', [' a', ' b']],
  ])('%j is split as a line of CSV', (text, names) => {
    expect(splitList(text)).toEqual(names);
  });

  test('with text behind a quote is refused', () => {
    expect(splitList('"a"b,c')).toBeUndefined();
  });
});
