import { expect, test } from 'vitest';
import { parseOptions } from './parse-options.ts';
import { repurchaseCommand } from './repurchase-command.ts';

const here = new URL(import.meta.url).pathname;
const named = ['--orders', here, '--customer', 'c', '--date', 'd', '--amount', 'a'];

const check = (...words: string[]) =>
  repurchaseCommand.check?.(parseOptions(repurchaseCommand.options, words));

test('a file, three headers, a day and a horizon are all it needs', () => {
  expect(() => check(...named, '--as-of', '2011-06-10', '--horizon', '90')).not.toThrow();
});

test.each([
  ['a day that is none', [...named, '--as-of', '2011-02-30', '--horizon', '90']],
  ['a day written otherwise', [...named, '--as-of', '10.06.2011', '--horizon', '90']],
  ['no horizon', [...named, '--as-of', '2011-06-10']],
  ['a horizon of no days', [...named, '--as-of', '2011-06-10', '--horizon', '0']],
  ['no customer', ['--orders', here, '--date', 'd', '--amount', 'a', '--as-of', '2011-06-10']],
  ['no such file', ['--orders', `${here}.not`, '--as-of', '2011-06-10', '--horizon', '90']],
])('%s is a mistake of usage', (_, words) => {
  expect(() => check(...words)).toThrow(expect.objectContaining({ exit: 2 }));
});
