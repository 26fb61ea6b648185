import type { modelCare as english } from '#i18n/en/model-care.ts';
import { zhCount } from '#i18n/plural.ts';

export const modelCare: typeof english = {
  offer: '值得重新训练',
  newAnswers: (more, before) =>
    `训练时学习了${zhCount(before)}个答案，现在又多了${zhCount(more)}位有答案的客户。`,
  age: (days) => `它训练于${zhCount(days)}天前，此后又有了新的数据。`,
  ageOfOrders: (days) => `它的评分以${zhCount(days)}天前为准，此后又有了新的订单。`,
  moved: (columns) => `与训练时相比，您的客户已经变了：${columns}。`,
  movedMany: (columns, more) =>
    `与训练时相比，您的客户已经变了：${columns}，另有${zhCount(more)}列。`,
  driftUnknown: '这个模型较旧，没有记下当时各列的情况，因此看不出客户此后是否有变化。',
  trainAgain: '重新训练',
  keepsQuestion: '问题不变，仍不使用您去掉的列。在您选择之前，继续使用现在的模型。',
  candidate: '新的模型已经就绪',
  figureByFigure: '新模型与使用中的模型逐项比较',
  newOne: '新模型',
  oldOne: '使用中',
  topHundred: '排在最前的100位中说对的',
  compared: {
    better: '新模型比使用中的更好，差别超出偶然。',
    alike: '两者没有超出偶然的差别。新模型学习了此后的新数据。',
    worse: '使用中的模型比新模型更好，差别超出偶然。',
  },
  noSignal: '新模型不比猜测好。请保留旧模型。',
  comparedBy: {
    'same-rows': '两者用同一批客户检验，它们都没有学习过这些客户。',
    'own-figures':
      '各自用训练时留出的客户检验。今天留出的客户大多已被使用中的模型学习过，用他们检验会美化它。',
  },
  keep: '保留旧模型',
  kept: '继续使用旧模型。新模型保留在下面的列表中。',
  stays: '在您选择之前，旧模型及其评分继续使用。两个模型都会保留，随时可以换回。',
  outcomes: '后来怎么样了',
  came: (expected, error, rows, happened, from) =>
    `${from}我们说：${zhCount(rows)}位客户中约有 ${expected} ± ${error} 位会如此。实际有${zhCount(happened)}位。`,
  verdicts: {
    'as-said': '与所说的相符，差别只是偶然。',
    more: '比所说的多，差别超出偶然。',
    fewer: '比所说的少，差别超出偶然。',
  },
  byBand: '按所说的可能性分组的结果',
  calledToo: '因为评分而联系的客户也计算在内。',
  onlyUnknown: '只计算评分时还没有答案的客户。',
  said: '我们说',
  rows: '客户数',
  hit: '实现了',
  miss: '没有实现',
  notDue: (day) => `还没有到期的预测。最早的答案要到${day}才能确定。`,
  ordersEnd: (day) => `期限已过，但这里的订单只到${day}。请导入之后的订单，再看结果。`,
  noneAnswered: '这个模型评分时没有答案的客户，现在仍然没有答案。',
  notKept: '这个模型没有记下评分时哪些客户已有答案，因此无法比较。新的模型会记下。',
  earlier: '同一问题的较早模型',
  trainedOn: (at) => `训练于${at}`,
};
