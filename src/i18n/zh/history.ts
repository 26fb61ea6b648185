import type { history as english } from '#i18n/en/history.ts';
import { zhCount } from '#i18n/plural.ts';

export const history: typeof english = {
  title: '修改历史',
  lead: '最近 50 次修改，从最新的开始依次撤销。',
  list: '修改记录（最新在前）',
  undoneList: '已撤销',
  empty: '还没有任何修改',
  emptyHint: '您的每次修改都会显示在这里，并且可以撤销。',
  what: '改动内容',
  undo: '撤销',
  redo: '重做',
  downTo: '撤销到此处',
  downToNamed: (label, when) => `撤销到此处：${label}，${when}`,
  downToTitle: '撤销到此处为止的所有修改？',
  downToSure: (count) =>
    `将从最新的开始依次撤销 ${zhCount(count)} 次修改。只要没有其他新修改，就可以重做。`,
  downToConfirm: (count) => `撤销 ${zhCount(count)} 次`,
  importTitle: '撤回整个导入？',
  importSure: (name) => `来自“${name}”的所有内容都会被移除，可以再次从文件导入。`,
  importConfirm: '移除导入',
  undone: (count) => `已撤销 ${zhCount(count)} 次修改。`,
};
