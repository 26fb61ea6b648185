import type { firstRun as english } from '#i18n/en/first-run.ts';

export const firstRun: typeof english = {
  title: '了解客户，数据留在身边',
  promise: '客户数据只留在本设备上。',
  lead: 'Rapport 从您自己的订单和拜访中学习，无需账号，无需网络。',
  demo: '载入演示数据',
  demoHint: '5,000位虚构客户和两年订单，一键即可移除。',
  import: '导入您的文件',
  importHint: 'CSV或文本，任何编码；不会发送到任何地方。',
  restore: '恢复全部数据文件',
  language: '语言',
  filling: '正在生成演示客户…',
};
