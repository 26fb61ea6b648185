import { expect, test } from 'vitest';
import { late } from './use-late.ts';

test('a part is fetched once, however often it is asked for, and stays', async () => {
  let fetched = 0;
  const part = late(async () => {
    fetched += 1;
    return 'card';
  });
  expect(part.read()).toBe(undefined);
  await Promise.all([part.fetch(), part.fetch()]);
  await part.fetch();
  expect(part.read()).toBe('card');
  expect(fetched).toBe(1);
});

test('a part that could not be fetched is said so once, and fetched by whoever tries again', async () => {
  let isThere = false;
  const part = late(async () => {
    if (!isThere) throw new Error('out of reach');
    return 'card';
  });
  await part.fetch();
  expect(() => part.read()).toThrow('out of reach');
  isThere = true;
  await part.fetch();
  expect(part.read()).toBe('card');
});
