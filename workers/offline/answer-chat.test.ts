import { afterAll, expect, test } from 'vitest';
import { commit } from '#db/commit.ts';
import '#db/fixtures/open-test-database.ts';
import { closeDatabase, eraseDatabase, openDatabase } from '#db/open-database.ts';
import { importPairs } from '#workers/assistant/edit-pairs.ts';
import { answerChat } from './answer-chat.ts';

const url = 'https://example.test/chat';
const headers = { 'accept-language': 'en' };

const post = async (body: BodyInit, more: HeadersInit = headers) => {
  const response = await answerChat(new Request(url, { method: 'POST', body, headers: more }));
  return { status: response.status, ...((await response.json()) as { response: string }) };
};
const say = (message: string) => post(new URLSearchParams({ message }));

afterAll(() => eraseDatabase('rapport'));

test('[A6] before the first start of the app the seeds answer, and no database is made', async () => {
  expect((await say('hello')).response).toMatch(/Hello/u);
  expect((await say('你好')).response).toMatch(/您好/u);
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('rapport');
});

test('[A6] urlencoded and multipart forms are both read', async () => {
  const form = new FormData();
  form.set('message', 'thanks');
  expect(await post(form)).toMatchObject({ status: 200 });
  expect(await say('thanks')).toMatchObject({ status: 200 });
});

test('a form without a message, an empty one and one that is too long say so', async () => {
  expect((await post(new URLSearchParams({ text: 'hello' }))).status).toBe(400);
  expect((await post('{"message":"hello"}')).status).toBe(400);
  expect(await say('  ')).toEqual({
    status: 400,
    response: 'The message is empty. Please write something.',
  });
  const long = await say('很长'.repeat(2000));
  expect(long).toMatchObject({ status: 400 });
  expect(long.response).toContain('太长');
});

test('another method than POST is refused', async () => {
  const response = await answerChat(new Request(url, { headers }));
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('POST');
});

test('[A7] own data is not spoken of to whoever holds the tablet', async () => {
  const { status, response } = await say('who is most likely to buy?');
  expect(status).toBe(200);
  expect(response).toMatch(/sales contact|another way/u);
});

test('[A5] the same unknown question is not answered in the same words twice', async () => {
  const first = await say('quantum chromodynamics');
  const second = await say('quantum chromodynamics');
  expect(second.response).not.toBe(first.response);
});

test('[A6] pairs a person wrote and published articles answer; a draft does not', async () => {
  const opened = await openDatabase('rapport');
  if (!opened.ok) throw new Error(opened.refusal.code);
  const db = opened.value;
  await importPairs(db, '[["do you sell (.*)",["Yes, %1 too."]]]', 'en', 1);
  const article = {
    createdAt: 1,
    updatedAt: 1,
    rev: 0,
    language: 'en',
    variants: ['is there a smallest amount I must order'],
  } as const;
  const published = { ...article, variants: [...article.variants] };
  await commit(db, {
    label: 'records-changed',
    now: 1,
    writes: [
      {
        table: 'articles',
        record: {
          ...published,
          id: 'a1',
          title: 'Minimum order',
          body: 'Twelve boxes.',
          published: true,
        },
      },
      {
        table: 'articles',
        record: {
          ...published,
          id: 'a2',
          title: 'Warranty',
          body: 'Secret draft.',
          published: false,
        },
      },
    ],
  });
  closeDatabase(db);
  expect((await say('Do you sell coffee?')).response).toBe('Yes, coffee too.');
  expect((await say('what is the minimum order')).response).toBe('Twelve boxes.');
  expect((await say('warranty')).response).not.toContain('Secret');
});

test('[A6] a vault without a device slot is answered 423, in the language of the message', async () => {
  const opened = await openDatabase('rapport');
  if (!opened.ok) throw new Error(opened.refusal.code);
  await opened.value.dexie.keyring.delete('device');
  closeDatabase(opened.value);
  const locked = await say('你好');
  expect(locked).toMatchObject({ status: 423 });
  expect(locked.response).toContain('锁定');
});
