import type { customerMore as english } from '#i18n/en/customer-more.ts';

export const customerMore: typeof english = {
  files: '照片和文件',
  noFiles: '还没有。拍一张货架或门面的照片，下次会有帮助。',
  addPhoto: '添加照片',
  addFile: '添加文件',
  download: (name) => `保存 ${name}`,
  consents: '授权',
  purposes: { contact: '联系', profiling: '评分', marketing: '营销' },
  states: { given: '已同意', denied: '已拒绝', withdrawn: '已撤回', unasked: '未询问' },
  means: {
    contact: '没有同意时，页面不提供电话和邮件。',
    profiling: '没有同意时，不评分、不细分、不推荐。',
    marketing: '仅供您记录；Rapport 自己不会发送任何内容。',
  },
  changeConsent: (purpose) => `更改授权：${purpose}`,
  said: '客户的答复',
  basis: '依据',
  basisHint: '电话告知、五月的合同、签字表格……',
  basisNeeded: '请说明依据。',
  history: '历史',
  historyShow: '改了什么，何时改的',
  noHistory: '没有记录的更改。',
  restore: '恢复到此状态',
};
