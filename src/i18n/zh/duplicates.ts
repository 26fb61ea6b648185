import type { duplicates as english } from '#i18n/en/duplicates.ts';
import { zhCount } from '#i18n/plural.ts';

export const duplicates: typeof english = {
  title: '重复客户',
  lead: '以下客户可能是同一位。系统不会自动合并。',
  looking: '正在比对所有客户…',
  none: '没有发现重复客户',
  noneHint: '没有两位客户的邮箱、电话或同城名称相同。',
  again: '重新查找',
  found: (shown, all) =>
    shown === all
      ? `${zhCount(all)} 组`
      : `共 ${zhCount(all)} 组，显示最可能的 ${zhCount(shown)} 组`,
  reasons: {
    email: '邮箱相同',
    phone: '电话相同',
    'name-city': '名称和城市相同',
    name: '名称相同',
    'similar-name': '名称相近',
  },
  group: (name) => `可能相同：${name}`,
  compare: '对比',
  compareNamed: (name) => `对比 ${name}`,
  compareTitle: '这两位是同一客户吗？',
  together: (name) => `合并后：${name}`,
  back: '全部重复客户',
  keepHint: '内容不同时请选择保留哪一个。两边的电话、邮箱和标签都会保留。',
  nothingDiffers: '两者没有冲突：所有已知信息都会保留。',
  moved: '双方的联系人、跟进、待办、商机、订单和附件会合到一起。',
  merge: '合并',
  notSame: '不是同一客户',
  merged: '已合并。',
  toldApart: '已记录：这两位不是同一客户。',
  gone: '其中一位客户已不存在。',
  recent: '最近合并',
  into: (loser, winner) => `${loser} → ${winner}`,
  unmerge: '拆分',
  unmergeNamed: (name) => `重新拆分 ${name}`,
  unmerged: '已拆分：两位客户都回来了。',
};
