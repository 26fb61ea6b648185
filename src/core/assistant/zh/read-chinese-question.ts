import {
  clampLimit,
  type OwnQuestion,
  type Subject,
  usualLimit,
} from '#core/assistant/own-question.ts';

const digits = '零一二三四五六七八九';

/** 十 -> 10, 二十五 -> 25, 两 -> 2, 一百 -> 100; undefined when it is no number below 1,000. */
export const readChineseNumber = (text: string): number | undefined => {
  if (/^\d+$/u.test(text)) return Number(text);
  const parts =
    /^(?:([一二两三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二两三四五六七八九])?$/u.exec(
      text,
    );
  if (parts === null || text === '') return undefined;
  const value = (digit: string | undefined) =>
    digit === undefined ? 0 : digits.indexOf(digit === '两' ? '二' : digit);
  const [, hundreds, tens, ten, ones] = parts;
  return value(hundreds) * 100 + (ten === undefined ? 0 : (value(tens) || 1) * 10) + value(ones);
};

const number = '(\\d+|[一二两三四五六七八九十百]+)';
const people = '(?:客户|顾客|客人|会员|买家|商家|门店|店|人|公司)';
const buy = '(?:购买|下单|买|订货|订购|采购|成交|转化|复购|回购|进货|认购|消费)';
const lastTime =
  '(?:最近的?一[次回单笔张]|最后的?一[次回单笔张]|最新的?一[单笔张]|上一[次回单笔张]|上[次回单]|最近|最后|最新)';
const ordering =
  '(?:下过?的?订?单|购买|购物|订货|订购|采购|进货|成交|消费|订单|买过?的?东西|买过|买|订单?)';
const asking =
  '(?:是?在?(?:什么时候|什么时间|啥时候|何时|哪一天|哪天|几月几[号日]|几[号日]|多久(?:以?前|之前)?|日期|时间))';
const please =
  /^(?:请问一?下?|请告诉我|告诉我|帮我查一?下?|帮我看看|查一?下|查询|我想知道|想问一?下|麻烦)+/u;

const pronouns = /^(?:(?:这|那|该)(?:个|家|位)?(?:客户|公司|店|人)?|他们?|她们?|它|此客户)$/u;

const subjectOf = (written: string): Subject => {
  const name = written
    .replace(/^(?:客户|顾客)(?![\d\s])/u, '')
    .replace(/(?:这个客户|这家公司|这家店|这位客户)$/u, '')
    .replace(/^(?:的|是|在|了)+|(?:的|是|在|了|呢)+$/gu, '')
    .trim();
  return pronouns.test(written.replace(/的$/u, '')) || pronouns.test(name) || name === ''
    ? { kind: 'this' }
    : { kind: 'named', name };
};

const readLimit = (text: string): number => {
  const spoken =
    new RegExp(`前${number}`, 'u').exec(text)?.[1] ??
    new RegExp(`${number}(?:个|位|名|家)`, 'u').exec(text)?.[1] ??
    /top ?(\d+)/u.exec(text)?.[1];
  const value = spoken === undefined ? undefined : readChineseNumber(spoken);
  return value === undefined || value === 0 ? usualLimit : clampLimit(value);
};

const likelihood = new RegExp(
  `(?:可能|有望|希望|容易|概率|机会|意向|意愿|倾向|潜在|会).*${buy}|${buy}.*(?:可能|概率|意向|意愿|机会|倾向)|高意向|潜在(?:客户|买家)|意向(?:最高|客户)`,
  'u',
);

const readLikelihood = (text: string): OwnQuestion | undefined => {
  if (!likelihood.test(text)) return undefined;
  const one =
    new RegExp(
      `^(.+?)(?:会不会|会|可能会?)?(?:的)?${buy}的?(?:可能性|概率|机会|意向|意愿)(?:有|是|为)?(?:多大|多高|多少|几成|怎么样|高吗|大吗|高不高|大不大)$`,
      'u',
    ).exec(text) ??
    new RegExp(`^(.+?)有多大?(?:的)?(?:可能性?|机会)(?:会)?${buy}$`, 'u').exec(text) ??
    new RegExp(`^(.+?)(?:会不会|会|可能会?)(?:再)?${buy}吗$`, 'u').exec(text);
  const name = one?.[1];
  if (
    name !== undefined &&
    !/谁|哪|什么|最|前\d|所有|客户$/u.test(name.replace(/^(?:这|那)个客户$/u, ''))
  )
    return { kind: 'customer-score', subject: subjectOf(name) };
  return {
    kind: 'likely-buyers',
    limit: readLimit(text),
    least: /不(?:太|大)?可能|最不|最低|最小|不会/u.test(text),
  };
};

const readLastOrder = (text: string): OwnQuestion | undefined => {
  const idle = new RegExp(
    `^(.+?)(?:已经|有)?(?:多久|多长时间|几天|多少天)(?:都|有)?没有?(?:来)?${ordering}`,
    'u',
  ).exec(text)?.[1];
  if (idle !== undefined) return { kind: 'last-order', subject: subjectOf(idle) };
  const isAsked =
    new RegExp(lastTime, 'u').test(text) &&
    new RegExp(`${ordering}|一[单笔]|上单`, 'u').test(text) &&
    !/[哪那]些|多少|谁|没/u.test(text);
  if (!isAsked) return undefined;
  // Only the first of each is taken out: a name may hold the same characters ("最近便利店").
  const name = text
    .replace(/下的?(?=上|最)/u, '')
    .replace(new RegExp(`${asking}(?:的|了)?`, 'u'), '')
    .replace(new RegExp(`(?:的|是)?${lastTime}(?:的|是)?`, 'u'), '')
    .replace(
      new RegExp(
        `(?:的|是)?${ordering}(?:了|的|呢|吗)*$|^${ordering}的?(?:是)?|(?:的)?${ordering}(?=(?:是|在)*$)`,
        'u',
      ),
      '',
    )
    .replace(/(?:是|在|的|了|呢|吗)+$/u, '');
  return { kind: 'last-order', subject: subjectOf(name) };
};

const group = '(?:客户)?(?:分群|细分|分组|分层|群组|群体|分类|聚类|segments?)';
const count = `(?:一共|总共|共|现在|目前|里面?|中|内)*(?:有|是)?(?:多少|几)(?:个|位|名|家)?${people}?`;
const size = '(?:的)?(?:人数|规模|大小|客户数|数量)(?:是|有)?(?:多少|多大)?';
const opening =
  /^(?:显示|看看|列出|给我看|展示|现在|目前|我的|我们的|我们?|所有|全部|各个?|每个)+/u;

const allSegments: readonly RegExp[] = [
  `^有?(?:哪些|几个|多少个?|什么)*有?${group}(?:和|及|与|以及|都|各自?|分别|的|有|里|情况|结果|列表|哪些|几个|多少|人数|规模|大小|客户|人|个|是|什么|数量)*$`,
  `(?:各|每)个?${group}`,
  '分(?:成|为)?了?(?:几|多少)个?[群组类]',
].map((pattern) => new RegExp(pattern, 'u'));

const customers = '(?:客户|顾客|会员)';
const allCustomers: readonly RegExp[] = [
  `^(?:我们?|现在|目前|系统里?|库里|一共|总共|共|这里)*(?:有|是)?(?:多少|几)(?:个|位|名|家)?${customers}$`,
  `^(?:我们?的?)?${customers}(?:一共|总共|共)?有?(?:多少|几)(?:个|位|名|家)?人?$`,
  `^${customers}(?:总数|数量)(?:是多少)?$`,
].map((pattern) => new RegExp(pattern, 'u'));

const sizeFrames: readonly RegExp[] = [
  `^有?(?:多少|几)(?:个|位|名|家)?${people}(?:属于|在|是)(.+?)(?:里面?|中|内|这?个?群|分群|组)?$`,
  '^(?:一共|总共|现在|我们?)*有(?:多少|几)(?:个|位|名|家)?(.+?客户)$',
  `^(?:属于|在)?(.+?)(?:这个|那个)?(?:${group}|群|组)?(?:里面?|中|内)?的?(?:${count}|${size})$`,
].map((pattern) => new RegExp(pattern, 'u'));

/** A condition, not the name of a segment: such questions are not answered yet. */
const condition = /没|未|[天月年周]|买|下单|订货|超过/u;

const readSegments = (text: string): OwnQuestion | undefined => {
  const bare = text.replace(opening, '');
  if (allSegments.some((pattern) => pattern.test(text) || pattern.test(bare)))
    return { kind: 'segments' };
  if (allCustomers.some((pattern) => pattern.test(text))) return { kind: 'customer-count' };
  const named = sizeFrames.map((frame) => frame.exec(bare)?.[1]).find((found) => found);
  if (named === undefined || condition.test(named)) return undefined;
  const explicit = new RegExp(`${people}|${group}|群|组`, 'u').test(text);
  return { kind: 'segment-size', segment: named, explicit };
};

/** Reads a Chinese question over own data. `text`: folded, without its ending. */
export const readChineseQuestion = (text: string): OwnQuestion | undefined => {
  const asked = text
    .replace(please, '')
    .replace(/(?:呢|啊|呀)$/u, '')
    .trim();
  return readLastOrder(asked) ?? readLikelihood(asked) ?? readSegments(asked);
};
