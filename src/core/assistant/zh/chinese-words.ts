import type { OwnDataWords } from '#core/assistant/own-data-words.ts';

const figure = (value: number): string => new Intl.NumberFormat('zh').format(value);

export const chineseWords: OwnDataWords = {
  nameless: (place) => `客户${place}`,
  columns: {
    customer: '客户',
    city: '城市',
    likelihood: '可能性',
    segment: '分群',
    customers: '客户数',
    share: '占比',
    lastOrder: '最近下单',
    number: '单号',
    total: '金额',
  },
  noCustomers: '这里还没有客户。请先导入文件或载入演示数据。',
  noModel:
    '还没有训练过模型，所以我说不出谁可能购买。请打开“洞察”，选择要学习的列，再点“训练”；一般不到一分钟，全程只在本机进行。',
  noSegments: '客户还没有分群。请打开“分群”，点“开始分群”，然后再问我。',
  noScores: '当前模型还没有给任何客户打分。请在“洞察”里重新训练。',
  likelyBuyers: ({ shown, scored, least, target, modelDay }) =>
    `当前模型（${modelDay}训练，目标“${target}”）共给 ${figure(scored)} 位客户打分，以下是可能性${least ? '最低' : '最高'}的 ${figure(shown)} 位。这是估计值。`,
  customerScore: ({ name, likelihood, target, modelDay }) =>
    `${name}：按 ${modelDay} 的模型，“${target}”的可能性${likelihood}。这是估计值。`,
  customerNotScored: (name) => `当前模型没有给${name}打分。`,
  segments: ({ segments, customers }) =>
    `共有 ${figure(segments)} 个分群，包含 ${figure(customers)} 位客户。`,
  segmentSize: ({ segment, size, customers, share }) =>
    `分群“${segment}”有 ${figure(size)} 位客户，占全部 ${figure(customers)} 位已分群客户的 ${share}。`,
  segmentUnknown: (written) => `没有叫“${written}”的分群。现有的分群是：`,
  customerCount: (total) => `您共有 ${figure(total)} 位客户。`,
  lastOrder: ({ name, day, ago, orders }) =>
    `${name}最近一次下单是${day}（${ago}）。${orders > 1 ? `一共有 ${figure(orders)} 张订单。` : '这是唯一的一张订单。'}`,
  noOrder: (name) => `没有找到${name}的订单。`,
  namesakes: ({ name, found }) => `有 ${figure(found)} 位客户叫${name}：`,
  nameUnknown: (written) => `没有找到叫“${written}”的客户。`,
  nameMissing: '您指的是哪位客户？请告诉我名称。',
  whichCustomer: ({ written, isGuess }) =>
    isGuess
      ? `没有找到叫“${written}”的客户。您指的是下面哪一位？`
      : `有几位客户符合“${written}”。您指的是哪一位？`,
  isRead: ({ written, name }) => `我把“${written}”理解为${name}。`,
  ask: {
    likelyBuyers: '谁最可能购买？',
    segments: '显示分群和人数',
    segmentSize: (segment) => `${segment}有多少客户？`,
    lastOrder: (name) => `${name}上次什么时候下单？`,
    customerScore: (name) => `${name}购买的可能性有多大？`,
  },
  fallbacks: [
    '这个我不知道。我能回答这些：',
    '这个我答不上来。我可以查这些：',
    '我没有完全听懂，不敢乱答。可以试试：',
  ],
  serviceFallbacks: [
    '这个我不知道，也不想乱猜。请问一下您的业务员。',
    '这个还没有人写给我，您的业务员可以帮您。',
    '我没有完全听懂，不敢乱答。能换个说法吗？',
  ],
  ago: (days) =>
    days === 0
      ? '今天'
      : days === 1
        ? '昨天'
        : days < 0
          ? `${figure(-days)}天后`
          : `${figure(days)}天前`,
};
