import { describe, expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { newCustomer, openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { countRecords, listRecords } from '#db/sealed-table.ts';
import { ask } from './ask.ts';
import { openShop, shopNow } from './fixtures/open-shop.ts';

const askIn = async (db: Database, text: string, customerId?: string, now = shopNow) => {
  const page = customerId === undefined ? { name: 'assistant' } : { name: 'customer', customerId };
  const answer = await ask(db, { text, language: 'en', page, now });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
};

const tableOf = (answer: Awaited<ReturnType<typeof askIn>>) => {
  const table = answer.blocks.find(({ kind }) => kind === 'table');
  return table?.kind === 'table' ? table : undefined;
};

const choicesOf = (answer: Awaited<ReturnType<typeof askIn>>) =>
  answer.blocks.flatMap((block) => (block.kind === 'choices' ? block.choices : []));

describe('who is likely to buy', () => {
  test('[A3] is answered from the scores, likeliest first, without walk-ins and those who refused', async () => {
    const answer = await askIn(await openShop({ learned: true }), 'top 3 customers likely to buy');
    expect(answer.intent).toBe('likely-buyers');
    const table = tableOf(answer);
    expect(table?.customerIds).toEqual(['nobody', 'river', 'hualian']);
    expect(table?.rows).toEqual([
      ['Customer 6', null, '95 %'],
      ['Blue River Foods', 'York', '80 %'],
      ['华联超市', '上海', '65 %'],
    ]);
    expect(answer.text).toContain('bought = yes');
    expect(answer.text).toContain('out of 6 scored');
  });

  test('is answered in Chinese when asked in Chinese', async () => {
    const answer = await askIn(await openShop({ learned: true }), '最可能购买的两位客户');
    expect(answer.language).toBe('zh');
    expect(tableOf(answer)?.rows.map(([name]) => name)).toEqual(['客户6', 'Blue River Foods']);
  });

  test('without a model the assistant says so and how to train one', async () => {
    const db = await openShop({ learned: false });
    expect((await askIn(db, 'who is most likely to buy?')).intent).toBe('no-model');
    expect((await askIn(db, '谁最可能购买')).text).toContain('训练');
  });

  test('one customer is told with the score of that customer', async () => {
    const db = await openShop({ learned: true });
    expect((await askIn(db, 'How likely is Acme to buy?')).text).toContain('30 %');
    expect((await askIn(db, 'how likely is Private Person to buy?')).text).toContain('no score');
  });
});

describe('how many customers in a segment', () => {
  test.each([
    ['how many customers are in Champions?', 3],
    ['How many customers are in the champion segment', 3],
    ['how many people are in segment 2?', 3],
    ['how many champions do we have', 3],
  ])('[A3] "%s" is counted from the labels', async (text, size) => {
    const answer = await askIn(await openShop({ learned: true }), text);
    expect(answer.intent).toBe('segment-size');
    expect(answer.text).toContain(`${size} customers`);
  });

  test('in Chinese, by the Chinese name', async () => {
    const answer = await askIn(await openShop({ learned: true }), '核心客户有多少？');
    expect(answer.text).toContain('分群“核心”有 3 位客户');
  });

  test('an unknown segment is not guessed: the known ones are offered', async () => {
    const answer = await askIn(
      await openShop({ learned: true }),
      'how many customers are in London?',
    );
    expect(answer.intent).toBe('segment-unknown');
    expect(choicesOf(answer)).toContain('How many customers are in Champions?');
  });

  test('without segments the assistant says so', async () => {
    const db = await openShop({ learned: false });
    expect((await askIn(db, 'show the segments and their sizes')).intent).toBe('no-segments');
  });

  test('all segments come as a table', async () => {
    const answer = await askIn(
      await openShop({ learned: true }),
      'show the segments and their sizes',
    );
    expect(tableOf(answer)?.rows).toEqual([
      ['Champions', 3, '50 %'],
      ['Dormant', 3, '50 %'],
    ]);
  });
});

describe('when did a customer last order', () => {
  test('[A3] returns do not count, and the row links to the customer', async () => {
    const answer = await askIn(await openShop({ learned: false }), 'When did Acme last order?');
    expect(answer.text).toBe(
      'Acme Ltd last ordered on 24 September 2026, 61 days ago. 2 orders in all.',
    );
    expect(tableOf(answer)?.customerIds).toEqual(['acme']);
    expect(tableOf(answer)?.rows[0]?.slice(3)).toEqual(['N-1', '£123.45']);
  });

  test('a Chinese name in a Chinese question, also in traditional characters', async () => {
    const db = await openShop({ learned: false });
    const text = '华联超市最近一次下单是2026年11月23日（昨天）。这是唯一的一张订单。';
    expect((await askIn(db, '华联上次什么时候下单')).text).toBe(text);
    expect((await askIn(db, '華聯超市上次是什麼時候下單的？')).text).toBe(text);
  });

  test('a customer without a name is known by its number', async () => {
    const answer = await askIn(
      await openShop({ learned: false }),
      'when did customer 6 last order',
    );
    expect(answer.text).toContain('30 June 2026');
  });

  test('a typo is asked back, not taken for granted', async () => {
    const answer = await askIn(
      await openShop({ learned: false }),
      'when did Blue Rivr Foods last order',
    );
    expect(choicesOf(answer)).toEqual(['When did Blue River Foods last order?']);
  });

  test('namesakes are told apart by their place, and the choice is understood', async () => {
    const db = await openShop({ learned: false });
    const answer = await askIn(db, "when did Anna's Bakery last order?");
    expect(choicesOf(answer)).toEqual([
      "When did Anna's Bakery (Leeds) last order?",
      "When did Anna's Bakery (York) last order?",
    ]);
    const chosen = await askIn(db, "When did Anna's Bakery (York) last order?");
    expect(chosen.text).toContain('31 January 2026');
  });

  test('"this customer" is the one on the screen, and then the one just spoken of', async () => {
    const db = await openShop({ learned: false });
    const now = shopNow;
    expect((await askIn(db, 'when did this customer last order', 'hualian', now)).text).toContain(
      '华联',
    );
    expect((await askIn(db, 'when did they last order', undefined, now + 10)).text).toContain(
      '华联',
    );
  });

  test('nobody of that name, and nobody without an order, is made up', async () => {
    const db = await openShop({ learned: false });
    expect((await askIn(db, 'when did Zyx Quartz last order')).text).toBe(
      'I find no customer called “Zyx Quartz”.',
    );
    expect((await askIn(db, 'when did Blue River Foods last order')).text).toBe(
      'I find no order of Blue River Foods.',
    );
  });

  test('a customer saved a moment ago is known', async () => {
    const db = await openShop({ learned: false });
    await askIn(db, 'when did Acme last order');
    const record = newCustomer('new', { name: 'Quartz & Sons' });
    await commit(db, {
      label: 'customer-saved',
      now: shopNow,
      writes: [{ table: 'customers', record }],
    });
    expect((await askIn(db, 'when did Quartz & Sons last order')).text).toContain('no order');
  });
});

describe('a conversation', () => {
  test('[A5] what nobody wrote down is not known, and never in the same words twice', async () => {
    const db = await openTestDatabase();
    const first = await askIn(db, 'what is the airspeed of a swallow', undefined, 1);
    const second = await askIn(db, 'what is the airspeed of a swallow', undefined, 1000);
    expect([first.intent, second.intent]).toEqual(['unknown', 'unknown']);
    expect(second.text).not.toBe(first.text);
  });

  test('[A4] question and answer are kept in one conversation, in order', async () => {
    const db = await openTestDatabase();
    await askIn(db, 'hello', undefined, 1);
    await askIn(db, '你好', undefined, 1000);
    expect(await countRecords(db, 'conversations')).toBe(1);
    const messages = await listRecords(db, 'messages', { index: 'at' });
    expect(messages.map(({ from, language }) => [from, language])).toEqual([
      ['person', 'en'],
      ['assistant', 'en'],
      ['person', 'zh'],
      ['assistant', 'zh'],
    ]);
  });

  test('an empty message is refused', async () => {
    const answer = await ask(await openTestDatabase(), {
      text: '   ',
      language: 'en',
      page: { name: 'assistant' },
      now: 1,
    });
    expect(answer).toEqual({ ok: false, refusal: { code: 'message-empty' } });
  });

  test('without customers a question about them says so', async () => {
    expect((await askIn(await openTestDatabase(), 'who will buy next?')).intent).toBe(
      'no-customers',
    );
  });
});
