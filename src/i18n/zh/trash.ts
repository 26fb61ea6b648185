import type { trash as english } from '#i18n/en/trash.ts';
import { zhCount } from '#i18n/plural.ts';

export const trash: typeof english = {
  title: '回收站',
  lead: '删除的内容会在这里保留 30 天，期间可以恢复，之后将永久删除。',
  list: '已删除的记录',
  empty: '回收站是空的',
  emptyHint: '您删除的内容会在这里保留 30 天。',
  deleted: (when) => `删除于 ${when}`,
  daysLeft: (days) => (days < 1 ? '最后一天' : `还剩 ${zhCount(days)} 天`),
  with: (count) => `连同所属的 ${zhCount(count)} 条记录`,
  choose: (name) => `选择 ${name}`,
  chooseAll: '全选',
  restore: '恢复',
  restoreNamed: (name) => `恢复 ${name}`,
  unmergeNamed: (name) => `重新拆分 ${name}`,
  restoreChosen: (count) => `恢复 ${zhCount(count)} 项`,
  unmerge: '拆分',
  restored: '已恢复。',
  newest: (shown, all) => `仅显示最近 ${zhCount(shown)} 项，回收站中共有 ${zhCount(all)} 条记录。`,
  emptyNow: '立即清空',
  emptyTitle: '永久清空回收站？',
  emptySure: (count) => `${zhCount(count)} 条记录及其历史将被永久删除，无法撤销。`,
  emptyConfirm: '永久删除',
};
