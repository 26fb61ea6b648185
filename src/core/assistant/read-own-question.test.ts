import { describe, expect, test } from 'vitest';
import { detectLanguage } from './detect-language.ts';
import type { OwnQuestion } from './own-question.ts';
import { readOwnQuestion } from './read-own-question.ts';

const read = (text: string) => readOwnQuestion(text, detectLanguage(text, 'en'));
const buyers = (limit = 10, least = false): OwnQuestion => ({
  kind: 'likely-buyers',
  limit,
  least,
});
const size = (segment: string, explicit = true): OwnQuestion => ({
  kind: 'segment-size',
  segment,
  explicit,
});
const last = (name: string): OwnQuestion => ({
  kind: 'last-order',
  subject: { kind: 'named', name },
});
const score = (name: string): OwnQuestion => ({
  kind: 'customer-score',
  subject: { kind: 'named', name },
});
const segments: OwnQuestion = { kind: 'segments' };
const count: OwnQuestion = { kind: 'customer-count' };

const known: readonly (readonly [string, OwnQuestion])[] = [
  ['Who is most likely to buy?', buyers()],
  ['top 10 customers most likely to buy', buyers()],
  ['Show me the top five customers likely to order next', buyers(5)],
  ['which 20 customers are most likely to purchase?', buyers(20)],
  ['list the 3 likeliest buyers', buyers(3)],
  ['who will buy next?', buyers()],
  ['Who are the best prospects?', buyers()],
  ['who is least likely to buy', buyers(10, true)],
  ['top customers likely to buy', buyers()],
  ['Which customers are likely to subscribe?', buyers()],
  ['最可能购买的客户', buyers()],
  ['谁最可能购买？', buyers()],
  ['最有可能下单的前十个客户', buyers()],
  ['列出5个最可能下单的客户', buyers(5)],
  ['哪些客户最有可能买', buyers()],
  ['购买概率最高的20位客户', buyers(20)],
  ['谁會購買', buyers()],
  ['最不可能购买的客户有哪些', buyers(10, true)],
  ['How likely is Acme Ltd to buy?', score('acme ltd')],
  ['华联超市购买的可能性有多大？', score('华联超市')],
  ['How many customers are in Champions?', size('champions')],
  ['how many customers in the Champions segment', size('champions')],
  ['How many people are in segment 2?', size('2')],
  ['how big is the At risk segment?', size('at risk')],
  ['number of customers in Loyal', size('loyal')],
  ['how many champions do I have?', size('champions', false)],
  ['Champions有多少', size('champions', false)],
  ['核心客户有多少', size('核心客户')],
  ['核心客户有多少个？', size('核心客户')],
  ['第二群有多少客户', size('第二')],
  ['分群2有多少人', size('分群2')],
  ['沉睡客户这个分群的人数是多少', size('沉睡客户')],
  ['有多少客户属于核心客户', size('核心客户')],
  ['show the segments and their sizes', segments],
  ['what segments do I have', segments],
  ['how many customers are in each segment?', segments],
  ['segments', segments],
  ['显示分群和人数', segments],
  ['有哪些客户细分', segments],
  ['每个分群有多少客户', segments],
  ['how many customers do I have?', count],
  ['一共有多少客户', count],
  ['我有多少个客户？', count],
  ['When did Acme Ltd last order?', last('acme ltd')],
  ['when did Anna’s Bakery last buy something', last("anna's bakery")],
  ["When was Acme's last order?", last('acme')],
  ['last order from Blue River Foods', last('blue river foods')],
  ['when has customer 17 last ordered', last('customer 17')],
  ['What was the date of the last order of Acme', last('acme')],
  ['please tell me when Acme last ordered', last('acme')],
  ['when did Acme order last', last('acme')],
  ['how long since Acme last ordered?', last('acme')],
  ['华联超市上次什么时候下单', last('华联超市')],
  ['华联超市最近一次下单是哪天？', last('华联超市')],
  ['上次华联超市下单是什么时候', last('华联超市')],
  ['华联上次是什么时候下单的？', last('华联')],
  ['什么时候华联最后一次订货', last('华联')],
  ['请问Acme上次什么时候下单', last('acme')],
  ['華聯超市上次什麼時候下單', last('华联超市')],
  ['华联超市的最近订单', last('华联超市')],
  ['华联超市多久没下单了', last('华联超市')],
  ['When did Acme place their last order', last('acme')],
  ['what day did Acme last order?', last('acme')],
  ["how many days since Acme's last order", last('acme')],
  ['when did we last get an order from Acme?', last('acme')],
  ['has Acme ordered recently?', last('acme')],
  ['last time Acme ordered', last('acme')],
  ['when did "Acme Ltd" last order', last('acme ltd')],
  ['华联超市最后一单是什么时候', last('华联超市')],
  ['华联最近一笔订单是什么时候', last('华联')],
  ['华联什么时候下的上一单', last('华联')],
  ['which customers will buy', buyers()],
  ['list customers by likelihood to buy', buyers()],
  ['最有希望成交的客户有哪些', buyers()],
  ['How many customers are Champions?', size('champions')],
  ['number of dormant customers', size('dormant')],
  ['有多少核心客户', size('核心客户')],
  ['客户分成了几群', segments],
  ['segment sizes', segments],
  ['when did this customer last order', { kind: 'last-order', subject: { kind: 'this' } }],
  ['这个客户上次什么时候下单', { kind: 'last-order', subject: { kind: 'this' } }],
];

describe('a question over own data', () => {
  test.each(known)('"%s" is understood', (text, question) => {
    expect(read(text)).toEqual(question);
  });

  test.each(['起订量是多少', '运费多少', 'how big is a pallet'])(
    '"%s" is one about a segment only when there is a segment of that name',
    (text) => {
      expect(read(text)).toMatchObject({ kind: 'segment-size', explicit: false });
    },
  );

  test.each([
    'hello',
    'how many customers have not ordered for 60 days',
    "which customers haven't ordered since last month",
    '核心客户里60天没下单的有哪些',
    '去年买过今年没买的客户',
    'what is the minimum order?',
    'how long does delivery take',
    'how many days does delivery take?',
    'can I return damaged goods',
    'does anything leave this tablet?',
    'top customers by revenue',
    'what is the weather like',
    'how many orders do I have',
    'when do you open',
    'who is my rep',
    '你好',
    '能开发票吗',
    '几天能到货',
    '谢谢',
  ])('"%s" is none', (text) => {
    expect(read(text)).toBeUndefined();
  });
});
