import { type FieldWords, ofCustomer } from './customer-words.ts';

/** The fields of a file of visits, calls and notes. */
export const activityWords = {
  externalId: ['activity id', 'interaction id', '跟进编号', '活动编号'],
  ...ofCustomer,
  type: [
    'type',
    'activity type',
    'interaction type',
    'call type',
    '类型',
    '跟进方式',
    '跟进类型',
    '活动类型',
  ],
  startAt: [
    ...['date', 'start', 'start date', 'start time', 'activity date', 'visit date', 'call date'],
    ...[
      'due date',
      'activity due date',
      '日期',
      '时间',
      '跟进时间',
      '跟进日期',
      '拜访日期',
      '拜访时间',
      '活动时间',
    ],
  ],
  endAt: ['end', 'end date', 'end time', '结束时间'],
  outcome: ['outcome', 'result', 'call result', 'disposition', '结果', '跟进结果', '拜访结果'],
  text: [
    ...['note', 'notes', 'subject', 'comments', 'description', 'text', 'body', 'summary'],
    ...['备注', '内容', '跟进内容', '跟进记录', '主题', '拜访内容', '说明'],
  ],
  nextStep: ['next step', 'next steps', 'next action', '下一步', '下步计划', '后续计划'],
} as const satisfies FieldWords;

/** The fields of a file of tasks. */
export const taskWords = {
  externalId: ['task id', '任务编号', '待办编号'],
  title: [
    'task',
    'title',
    'task name',
    'subject',
    'to do',
    'todo',
    '任务',
    '标题',
    '待办',
    '任务名称',
    '主题',
  ],
  ...ofCustomer,
  type: ['type', 'task type', '类型', '任务类型'],
  dueAt: ['due', 'due date', 'due at', 'deadline', '截止日期', '到期日', '截止时间', '到期时间'],
  status: ['status', 'task status', 'done', 'completed', '状态', '任务状态', '是否完成'],
} as const satisfies FieldWords;
