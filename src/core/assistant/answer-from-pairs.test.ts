import { describe, expect, test } from 'vitest';
import { answerFromPairs, type MatchPattern } from './answer-from-pairs.ts';
import type { Language } from './conversation.ts';
import { detectLanguage } from './detect-language.ts';
import { foldText, tidyText } from './fold-text.ts';
import { makePairs } from './make-pairs.ts';
import { parseClassicPairs } from './parse-classic-pairs.ts';
import { reflect } from './reflect.ts';
import { takeTurn } from './take-turn.ts';

const match: MatchPattern = (pattern, text) =>
  new RegExp(`^(?:${pattern})$`, 'iu').exec(text)?.slice(1);

const answer = (
  message: string,
  pattern: string,
  answers: readonly string[],
  language: Language = 'en',
) =>
  answerFromPairs(
    message,
    language,
    makePairs([[pattern, answers]], language, 0, 0, String),
    match,
    [],
  )?.text;

describe('a dialogue pair', () => {
  test('says a group back with my and your turned round', () => {
    expect(answer('I need my invoice!', 'i need (.*)', ['Why do you need %1?'])).toBe(
      'Why do you need your invoice?',
    );
    expect(answer('我想要我的发票', '我想要(.*)', ['为什么想要%1？'], 'zh')).toBe(
      '为什么想要你的发票？',
    );
  });

  test('matches the whole message, whatever its case, width and ending', () => {
    expect(answer('ＨＥＬＬＯ！', 'hello', ['Hi'])).toBe('Hi');
    expect(answer('hello world', 'hello', ['Hi'])).toBeUndefined();
    expect(answer('what is your name ?', 'what is your name ?\\?', ['R'])).toBe('R');
    expect(answer('發票', '发票', ['好'], 'zh')).toBe('好');
  });

  test('of another language, switched off, or without an answer is passed over', () => {
    const pairs = makePairs([['hello', ['Hi']]], 'en', 0, 0, String);
    expect(answerFromPairs('hello', 'zh', pairs, match, [])).toBeUndefined();
    const off = pairs.map((pair) => ({ ...pair, enabled: false }));
    expect(answerFromPairs('hello', 'en', off, match, [])).toBeUndefined();
  });

  test('of smaller order goes first', () => {
    const pairs = makePairs(
      [
        ['.*', ['late']],
        ['.*', ['early']],
      ],
      'en',
      0,
      0,
      String,
    );
    const turned = pairs.map((pair) => ({ ...pair, order: -pair.order }));
    expect(answerFromPairs('x', 'en', turned, match, [])?.text).toBe('early');
  });
});

test('what was said is turned round', () => {
  expect(reflect('I am sure you know my address', 'en')).toBe('you are sure me know your address');
  expect(reflect('我们的订单', 'zh')).toBe('你们的订单');
});

test('answers take turns, the one said longest ago first', () => {
  expect(takeTurn(['a', 'b', 'c'], [])).toBe('a');
  expect(takeTurn(['a', 'b', 'c'], ['a', 'b'])).toBe('c');
  expect(takeTurn(['a', 'b', 'c'], ['c', 'a', 'b'])).toBe('c');
  expect(takeTurn([], [])).toBeUndefined();
});

test('the language of a message is told by its words, not by the names in it', () => {
  expect(detectLanguage('Acme上次什么时候下单', 'en')).toBe('zh');
  expect(detectLanguage('when did 华联超市有限公司 last order', 'zh')).toBe('en');
  expect(detectLanguage('17?', 'zh')).toBe('zh');
  expect(detectLanguage('merci', 'zh')).toBe('en');
});

test('one writing is made of many', () => {
  expect(tidyText('Ｈｅｌｌｏ　“World”')).toBe('Hello "World"');
  expect(foldText('請問開發票')).toBe('请问开发票');
});

test('the classic form is read, and the pair in trouble is named', () => {
  expect(parseClassicPairs('[["hi",["Hello"]]]')).toEqual({ ok: true, value: [['hi', ['Hello']]] });
  expect(parseClassicPairs('[["hi",["Hello"]],["x",[]]]')).toEqual({
    ok: false,
    refusal: { code: 'pattern-invalid', facts: { pair: 2 } },
  });
  expect(parseClassicPairs('{').ok).toBe(false);
});
