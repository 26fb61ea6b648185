import { describe, expect, test } from 'vitest';
import { answerFromPairs } from '#core/assistant/answer-from-pairs.ts';
import { detectLanguage } from '#core/assistant/detect-language.ts';
import { seedPairs } from '#core/assistant/seed-pairs.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { importPairs, removePair, savePair } from './edit-pairs.ts';
import { isPattern, matchPattern } from './match-pattern.ts';
import { listPairs } from './seed-dialogue-pairs.ts';

const pairs = seedPairs(0);
const answer = (text: string, said: readonly string[] = []) =>
  answerFromPairs(text, detectLanguage(text, 'en'), pairs, matchPattern, said)?.text ?? '';

test('every seed is a usable pattern with an answer', () => {
  expect(pairs.filter(({ pattern }) => !isPattern(pattern))).toEqual([]);
  expect(new Set(pairs.map(({ id }) => id)).size).toBe(pairs.length);
});

describe('the seeds answer everyday questions', () => {
  test.each([
    ['Hello!', /help|can I do|Ask me/u],
    ['ｈｅｌｌｏ', /can I do|Ask me/u],
    ['My name is Anna', /Anna/u],
    ['thanks a lot', /welcome|help|time/u],
    ['help', /likely to buy/u],
    ['Who are you?', /assistant/u],
    ['does anything leave this tablet?', /Nothing leaves/u],
    ['Is my data sent to the cloud?', /Nothing leaves/u],
    ['What is your minimum order?', /minimum order/u],
    ['how much does delivery cost', /delivery costs/u],
    ['How long does delivery take?', /delivery takes/u],
    ['which payment terms do you offer', /payment terms/u],
    ['Can I get an invoice?', /invoices/u],
    ['can I return goods', /returns/u],
    ['my box arrived damaged', /sorry/u],
    ['Is there a warranty?', /warranty/u],
    ['can you send samples', /samples/u],
    ['I want to talk to a person', /sales contact/u],
    ['What do you store about me?', /encrypted/u],
    ['please delete my data', /right to ask/u],
    ['which customers are foreign', /do not sort/u],
    ['你好', /您好/u],
    ['我叫小王', /小王/u],
    ['谢谢你', /不客气|帮上忙|应该/u],
    ['你是谁？', /程序/u],
    ['数据会离开这台平板吗', /不会自己离开/u],
    ['起订量是多少', /起订量/u],
    ['运费怎么算', /运费/u],
    ['几天能到货？', /送货时间/u],
    ['能开发票吗', /专票/u],
    ['能開專票嗎', /专票/u],
    ['怎么付款', /付款/u],
    ['可以退货吗', /退换货/u],
    ['收到的货坏了', /抱歉/u],
    ['有样品吗', /样品/u],
    ['转人工', /业务员/u],
    ['你们存了我的哪些信息', /加密/u],
    ['请删除我的数据', /有权/u],
  ])('"%s"', (text, expected) => {
    expect(answer(text)).toMatch(expected);
  });

  test('[A5] the same greeting is answered in other words the second time', () => {
    const first = answer('hello');
    expect(answer('hello', [first])).not.toBe(first);
  });
});

test('a hostile pattern is tried in linear time', () => {
  expect(matchPattern('(a+)+b', 'a'.repeat(1000))).toBeUndefined();
  expect(isPattern('(unclosed')).toBe(false);
});

describe('[A2] dialogue pairs belong to the person', () => {
  test('the seeds are written once, and a deleted one stays deleted', async () => {
    const db = await openTestDatabase();
    const seeded = await listPairs(db, 1);
    if (!seeded.ok) throw new Error(seeded.refusal.code);
    expect(seeded.value).toHaveLength(pairs.length);
    expect((await removePair(db, 'pair-seed-en-1', 2)).ok).toBe(true);
    const kept = await listPairs(db, 3);
    expect(kept.ok && kept.value.map(({ id }) => id).includes('pair-seed-en-1')).toBe(false);
  });

  test('an edited answer is the one that is given', async () => {
    const db = await openTestDatabase();
    const seeded = await listPairs(db, 1);
    const pair = seeded.ok
      ? seeded.value.find(({ pattern }) => pattern.includes('moq'))
      : undefined;
    if (pair === undefined) throw new Error('no such seed');
    const saved = await savePair(db, { ...pair, answers: ['Ten boxes.'] }, 2);
    expect(saved.ok).toBe(true);
    const again = await listPairs(db, 3);
    const found = again.ok
      ? answerFromPairs('what is the minimum order', 'en', again.value, matchPattern, [])
      : undefined;
    expect(found?.text).toBe('Ten boxes.');
  });

  test('pairs in the classic form go before the others; a wrong pattern is named and nothing is added', async () => {
    const db = await openTestDatabase();
    const text = JSON.stringify([
      ['i need (.*)', ['Why do you need %1?']],
      ['hello', ['Classic hello.']],
    ]);
    expect(await importPairs(db, text, 'en', 1)).toEqual({ ok: true, value: { added: 2 } });
    const all = await listPairs(db, 2);
    const list = all.ok ? all.value : [];
    expect(answerFromPairs('hello', 'en', list, matchPattern, [])?.text).toBe('Classic hello.');
    expect(answerFromPairs('I need my order', 'en', list, matchPattern, [])?.text).toBe(
      'Why do you need your order?',
    );
    const wrong = await importPairs(db, '[["ok",["yes"]],["(open",["no"]]]', 'en', 3);
    expect(wrong).toEqual({
      ok: false,
      refusal: { code: 'pattern-invalid', facts: { pair: 2 } },
    });
  });

  test('what is no list of pairs is refused', async () => {
    const db = await openTestDatabase();
    expect((await importPairs(db, 'hello', 'en', 1)).ok).toBe(false);
    expect((await importPairs(db, '[["a"]]', 'en', 1)).ok).toBe(false);
  });
});
