import type { tasks as english } from '#i18n/en/tasks.ts';

const units = { DAILY: '天', WEEKLY: '周', MONTHLY: '个月' } as const;
const single = { DAILY: '每天', WEEKLY: '每周', MONTHLY: '每月' } as const;

export const tasks: typeof english = {
  title: '待办',
  groups: {
    overdue: '已逾期',
    today: '今天',
    week: '未来七天',
    later: '以后',
    undated: '无日期',
    done: '今天已完成',
  },
  none: '没有待办',
  noneHint: '在上方添加，或在记录拜访时填写下一步。',
  showMore: '显示更多',
  add: '新待办',
  addButton: '添加',
  addExample: '明天10:00给王总打电话',
  addHint: '可用文字写日期：今天、周五、三天后、2027-01-15。',
  dueOn: (title, day, time) => `“${title}”，${day}${time === '' ? '' : ` ${time}`}到期`,
  edit: '修改待办',
  change: (title) => `修改“${title}”`,
  remove: '删除',
  name: '要做的事',
  titleNeeded: '请填写待办内容。',
  type: '类型',
  day: '到期日',
  dayNeeded: '重复的待办需要一个开始日期。',
  time: '时间',
  timeHint: '留空表示全天。',
  repeats: '重复',
  frequencies: { never: '不重复', DAILY: '按天', WEEKLY: '按周', MONTHLY: '按月' },
  interval: (frequency) => `每几${units[frequency]}一次`,
  intervalWrong: '请输入整数，至少为1。',
  every: (frequency, interval) =>
    interval === 1 ? single[frequency] : `每${interval}${units[frequency]}`,
  toCalendar: '加入日历',
  allToCalendar: '全部加入日历',
  fileName: 'Rapport 待办',
};
