import type { reasons as english } from '#i18n/en/reasons.ts';
import { zhCount } from '#i18n/plural.ts';

export const reasons: typeof english = {
  why: '为什么？',
  hide: '收起原因',
  up: '拉高评分',
  down: '拉低评分',
  none: '与您的其他客户相比，没有特别突出的地方。',
  note: (customers) =>
    `与您的${zhCount(customers)}位其他客户（各种评分都有）相比。这里显示的是您的记录中哪些情况常一起出现，并不说明因果。`,
  changed: (score) => `评分之后，这位客户的资料有变动：按现在的资料，评分是${score}。`,
  higher: (tenths) => `高于${zhCount(tenths)}成客户`,
  lower: (tenths) => `低于${zhCount(tenths)}成客户`,
  later: (tenths) => `晚于${zhCount(tenths)}成客户`,
  earlier: (tenths) => `早于${zhCount(tenths)}成客户`,
  likeMost: '与您的客户通常情况相同',
  usual: (value) => `常见值：${value}`,
  shared: (share) => `${share}的客户与此相同`,
  rare: '几乎没有其他客户是这样',
  mostOften: (value) => `最常见：${value}`,
  missing: (share) => `未填写，${share}的客户也没有填写`,
  whatIf: '换一组值试试',
  whatIfHint:
    '如果客户是这样的情况，模型会给出多少分。不会保存任何内容；改变资料也不一定会改变结果。',
  withThese: '按这些值',
  fromTo: (before) => `现在是${before}`,
  unchanged: '与现在相同',
  reset: '恢复真实的值',
};
