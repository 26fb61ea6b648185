import { expect, test } from 'vitest';
import type { RefusalCode } from '#core/result.ts';
import { refusals as en } from './en/refusals.ts';
import { refusals as zh } from './zh/refusals.ts';

const codes = Object.keys(en) as RefusalCode[];
const facts = [{}, { column: 'y', rows: 12, positives: 3, values: 3, k: 5, pair: 2, row: 7 }];

test('every refusal says what happened, what is safe and what to do, in both languages', () => {
  for (const code of codes)
    for (const known of facts) {
      for (const text of Object.values(en[code](known))) expect(text, code).toMatch(/[.]$/u);
      for (const text of Object.values(zh[code](known))) expect(text, code).toMatch(/[。]$/u);
    }
});

test('no refusal shows a hole where a fact is not known', () => {
  for (const code of codes)
    for (const words of [en, zh])
      expect(Object.values(words[code]({})).join(' '), code).not.toMatch(/undefined|null|NaN/u);
});
