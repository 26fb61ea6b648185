import type { similar as english } from '#i18n/en/similar.ts';
import { zhCount } from '#i18n/plural.ts';

export const similar: typeof english = {
  title: '与这位最相似的客户',
  sentence: (count, all, field, value) =>
    `在已知结果的客户中，与这位最相似的${zhCount(all)}位里，有${zhCount(count)}位的“${field}”=${value}。`,
  note: '按模型最看重的内容比较。人数很少，只作例子，不作统计。',
};
