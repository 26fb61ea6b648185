import { describe, expect, test } from 'vitest';
import { givenSettings, importCommand, kindOfFiles } from './import-command.ts';
import { parseOptions } from './parse-options.ts';

const options = (...words: string[]) => parseOptions(importCommand.options, words);

describe('the kind of each file', () => {
  test('is guessed when nothing is said', () => {
    expect([...kindOfFiles(options('a.csv'))]).toEqual([]);
  });

  test('can be said for all files, and otherwise for one of them, in any order of words', () => {
    const kinds = kindOfFiles(
      options('a.csv', '--as', 'orders=b.csv', 'b.csv', '--as', 'customers'),
    );
    expect(Object.fromEntries(kinds)).toEqual({ 'a.csv': 'customers', 'b.csv': 'orders' });
  });

  test('is refused for a file that is not imported, and for a word that is no kind', () => {
    expect(() => kindOfFiles(options('a.csv', '--as', 'orders=b.csv'))).toThrow(
      expect.objectContaining({ exit: 2 }),
    );
    expect(() => kindOfFiles(options('a.csv', '--as', 'people'))).toThrow(
      expect.objectContaining({ exit: 2 }),
    );
  });
});

test('only the settings that were given are handed on, and a tab can be named', () => {
  expect(givenSettings(options('a.csv'))).toEqual({});
  expect(givenSettings(options('a.csv', '--delimiter', 'tab', '--decimal', ','))).toEqual({
    delimiter: '\t',
    decimal: ',',
  });
});
