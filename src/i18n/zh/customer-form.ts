import type { customerForm as english } from '#i18n/en/customer-form.ts';

export const customerForm: typeof english = {
  addPhone: '再加一个电话',
  addEmail: '再加一个邮箱',
  moreFields: '地址、等级、标签等',
  address: '地址',
  selling: '销售',
  wishes: '客户意愿',
  interval: '拜访间隔（天）',
  intervalHint: '留空：按客户等级。',
  intervalWrong: '请输入不小于1的整数天数。',
  parent: '上级公司',
  pickHint: '输入名称后选择。',
  tagsHint: '选择已有标签，或输入新标签。',
  addTag: (tag) => `添加“${tag}”`,
  noProfiling: '不评分、不细分、不推荐',
  resumed: '这是您之前输入的内容，尚未保存。',
  startOver: '重新开始',
  perhapsKnown: '可能已有这位客户：',
  open: '打开',
};
