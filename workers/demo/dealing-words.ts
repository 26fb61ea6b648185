import type { Activity } from '#core/customers/activity.ts';
import type { Contact } from '#core/customers/contact.ts';

/** Texts stand in English and Chinese: a customer in China is written about in Chinese. */
export type Words = { readonly en: readonly string[]; readonly zh: readonly string[] };

export const visitNotes: Readonly<Record<Activity['outcome'], Words>> = {
  order: {
    en: [
      'Took the order at the counter, delivery on Thursday as usual.',
      'Ordered again and asked for the bigger pack.',
      'Stock was nearly gone; ordered for three weeks.',
      'Showed the new range, two products went straight into the order.',
    ],
    zh: [
      '现场下单，照常周四送货。',
      '又订了一批，想要大包装。',
      '库存快没了，一次订了三周的量。',
      '看了新品，当场加了两款。',
    ],
  },
  interested: {
    en: [
      'Liked the samples, wants to taste them with the team.',
      'Would switch supplier if delivery is twice a week.',
      'Asked for prices of the case of 24.',
      'Planning a second shop in spring, wants a yearly price.',
    ],
    zh: [
      '样品反馈不错，想和团队一起试。',
      '如果一周送两次货，愿意换供应商。',
      '想了解24件装的价格。',
      '明年春天要开第二家店，想谈年度价。',
    ],
  },
  followup: {
    en: [
      'The owner was away, come back next week.',
      'Waiting for the budget; call again at the end of the month.',
      'Wants the offer in writing before deciding.',
      'Compares us with another supplier, decides soon.',
    ],
    zh: [
      '老板不在，下周再来。',
      '等预算批下来，月底再联系。',
      '要书面报价再定。',
      '正在和另一家比价，近期决定。',
    ],
  },
  nocontact: {
    en: ['Closed today.', 'Nobody had time, left a card.', 'No answer on the phone.'],
    zh: ['今天没营业。', '没人有空，留了名片。', '电话没人接。'],
  },
  complaint: {
    en: [
      'Two boxes arrived damaged; promised to replace them.',
      'Delivery came a day late twice. Not happy.',
      'The last invoice had the wrong price.',
    ],
    zh: ['有两箱破损，答应补发。', '两次晚到一天，客户不满意。', '上次发票价格开错了。'],
  },
  lost: {
    en: [
      'Buys from someone else now, price was the reason.',
      'Closes the shop at the end of the year.',
    ],
    zh: ['因为价格，已改从别家进货。', '年底要关店。'],
  },
  none: {
    en: [
      'Short visit, all is well.',
      'Filled the shelf, took a picture of the display.',
      'Talked about the season; nothing needed today.',
      'Dropped off the new price list.',
    ],
    zh: [
      '简单拜访，一切正常。',
      '补了货架，拍了陈列照片。',
      '聊了旺季安排，今天不需要货。',
      '送了新价目表。',
    ],
  },
};

export const nextSteps: Words = {
  en: ['Send the offer', 'Bring samples', 'Call the owner', 'Agree on a delivery day'],
  zh: ['发报价单', '带样品', '给老板打电话', '定送货日'],
};

export const taskTitles: Readonly<Record<'visit' | 'call' | 'email' | 'other', Words>> = {
  visit: {
    en: ['Visit with samples', 'Check the display', 'Show the new range'],
    zh: ['带样品拜访', '检查陈列', '介绍新品'],
  },
  call: {
    en: ['Call about the offer', 'Call about the late delivery', 'Ask for the next order'],
    zh: ['电话跟进报价', '电话说明送货延误', '询问下一单'],
  },
  email: {
    en: ['Send the price list', 'Send the offer'],
    zh: ['发送价目表', '发送报价单'],
  },
  other: {
    en: ['Prepare the yearly agreement', 'Order brochures', 'Check the credit note'],
    zh: ['准备年度协议', '申请宣传册', '核对红字发票'],
  },
};

export const titles: readonly {
  readonly role: NonNullable<Contact['role']>;
  readonly en: string;
  readonly zh: string;
}[] = [
  { role: 'decider', en: 'Owner', zh: '老板' },
  { role: 'decider', en: 'Managing director', zh: '总经理' },
  { role: 'buyer', en: 'Head of purchasing', zh: '采购经理' },
  { role: 'influencer', en: 'Head chef', zh: '厨师长' },
  { role: 'user', en: 'Shift manager', zh: '值班经理' },
  { role: 'gatekeeper', en: 'Front office', zh: '前台' },
];

/** What a deal is called; `{}` is the category of what it is about. */
export const dealNames: Words = {
  en: [
    '{}: yearly supply',
    '{}: trial order',
    '{}: new range',
    '{}: second shop',
    '{}: switch of supplier',
  ],
  zh: ['{}年度供货', '{}试订单', '{}新品上架', '{}二店配货', '{}更换供应商'],
};

export const zhCategories: Readonly<Record<string, string>> = {
  Coffee: '咖啡',
  Tea: '茶叶',
  Bakery: '烘焙原料',
  Drinks: '饮料',
  Snacks: '零食',
  Packaging: '包装',
  Cleaning: '清洁用品',
  Equipment: '设备',
};

export const lostReasons: Words = {
  en: [
    'Price',
    'Stays with the present supplier',
    'No budget this year',
    'Delivery days do not fit',
  ],
  zh: ['价格', '继续用原供应商', '今年没有预算', '送货日不合适'],
};
