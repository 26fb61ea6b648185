import type { effects as english } from '#i18n/en/effects.ts';
import { zhCount } from '#i18n/plural.ts';

export const effects: typeof english = {
  show: '每个取值的影响',
  hide: '收起取值',
  note: (customers) =>
    `如果您的${zhCount(customers)}位客户都是这个取值、其他情况不变，模型会怎么说。这里显示的是您的记录中哪些情况常一起出现，并不说明因果。`,
  chance: '可能性',
  value: '取值',
  likelier: '比通常更可能',
  lessLikely: '比通常更不可能',
  asUsual: '与通常相同',
  usual: (chance) => `通常：${chance}`,
  compared: '与通常相比',
  notFilledIn: '未填写',
  flat: '单看它的取值，评分几乎不变。',
};
