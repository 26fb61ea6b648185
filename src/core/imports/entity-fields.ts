/** What a file's rows become. A `lookup` says more about keys other files name: it joins their rows. */
export const fileKinds = [
  'customers',
  'contacts',
  'products',
  'orders',
  'deals',
  'activities',
  'tasks',
  'lookup',
] as const;
export type FileKind = (typeof fileKinds)[number];

/** Header words of each field, in English and Chinese, the names other systems export included. */
type FieldWords = Readonly<Record<string, readonly string[]>>;

const customerId = ['customer id', 'customer no', 'customer number', 'account id', 'company id'];
const customerIdZh = ['客户编号', '客户号', '客户编码', '客户代码', '客户id', '会员号', '会员编号'];
const customerName = ['customer', 'customer name', 'client', 'account', 'account name', 'company'];
const customerNameMore = ['company name', 'organization', 'organisation', 'organization name'];
const customerNameZh = ['客户', '客户名称', '客户名', '公司', '公司名称', '企业名称', '单位'];
const ofCustomer = {
  customerId: [...customerId, ...customerIdZh, 'associated company id', 'organization id'],
  customerName: [
    ...customerName,
    ...customerNameMore,
    ...customerNameZh,
    'associated company',
    'associated company name',
    'company / account',
    'deal organization',
    'person organization',
    '所属公司',
    '所属客户',
    '关联客户',
  ],
} as const satisfies FieldWords;

const phoneWords = [
  ...['phone', 'telephone', 'tel', 'mobile', 'mobile phone', 'cell', 'phone number'],
  ...['business phone', 'work phone', 'home phone', 'phone work', 'phone mobile'],
  ...['电话', '手机', '手机号', '手机号码', '联系电话', '联系方式', '座机', '固定电话', '电话号码'],
];
const emailWords = [
  ...['email', 'e mail', 'mail', 'email address', 'work email', 'email work'],
  ...['邮箱', '电子邮件', '电子邮箱', '邮件', '邮箱地址'],
];
const currencyWords = ['currency', 'currency code', 'deal currency', '币种', '货币', '货币单位'];
const firstName = ['first name', 'given name', 'forename', '名'];
const lastName = ['last name', 'surname', 'family name', '姓', '姓氏'];

/** The fields of a file of customers. */
const customers = {
  externalId: [...customerId, ...customerIdZh, 'client id', 'record id company'],
  name: [...customerName, ...customerNameMore, ...customerNameZh, 'name', '名称', '姓名', '店名'],
  firstName,
  lastName,
  altName: ['english name', 'alt name', 'other name', '英文名', '英文名称', '别名', '简称'],
  kind: ['customer type', 'kind', '客户类型'],
  lifecycle: ['lifecycle', 'lifecycle stage', 'customer stage', '客户阶段', '生命周期', '客户状态'],
  class: ['class', 'customer class', 'grade', 'rating', '客户等级', '等级', '客户级别', '级别'],
  industry: ['industry', 'sector', '行业', '所属行业'],
  phone: phoneWords,
  email: emailWords,
  street: [
    ...['street', 'address', 'address line 1', 'street address', 'billing street'],
    ...['地址', '街道', '详细地址', '公司地址', '联系地址', '客户地址'],
  ],
  city: ['city', 'town', 'billing city', '城市', '市', '所在城市'],
  region: [
    ...['region', 'state', 'province', 'county', 'state region', 'billing state province'],
    ...['billing state', '省', '省份', '地区', '区域'],
  ],
  postcode: [
    ...['postcode', 'postal code', 'zip', 'zip code', 'billing zip postal code'],
    ...['billing postal code', '邮编', '邮政编码'],
  ],
  country: ['country', 'country region', 'billing country', '国家', '国家地区'],
  tags: ['tags', 'labels', 'label', '标签'],
  parent: [
    ...['parent', 'parent account', 'parent company', 'parent customer', 'subsidiary of'],
    ...['parent id', '上级客户', '母公司', '上级公司'],
  ],
} as const satisfies FieldWords;

const contacts = {
  externalId: ['contact id', 'person id', 'record id', 'record id contact', '联系人编号'],
  name: [
    'name',
    'full name',
    'contact',
    'contact name',
    'person name',
    '姓名',
    '联系人',
    '联系人姓名',
  ],
  firstName,
  lastName,
  ...ofCustomer,
  title: ['title', 'job title', 'position', 'contact title', '职位', '职务', '头衔'],
  role: ['role', 'buying role', 'contact role', '角色', '决策角色'],
  phone: phoneWords,
  email: emailWords,
  language: ['language', 'preferred language', '语言'],
} as const satisfies FieldWords;

const products = {
  sku: [
    ...[
      'sku',
      'product id',
      'product code',
      'item code',
      'item no',
      'stock code',
      'product number',
    ],
    ...['产品编号', '产品编码', '商品编码', '商品编号', '货号', '物料编码'],
  ],
  productName: [
    ...['product', 'product name', 'item', 'item name', 'name'],
    ...['产品', '产品名称', '商品', '商品名称', '品名', '名称'],
  ],
  altName: customers.altName,
  barcode: ['barcode', 'ean', 'upc', 'gtin', '条码', '条形码'],
  category: [
    ...['category', 'category name', 'product family', 'product category', 'series', 'group'],
    ...['类别', '分类', '产品类别', '商品分类', '产品分类', '品类', '系列'],
  ],
  unit: ['unit', 'uom', 'quantity per unit', 'unit of measure', '单位', '计量单位', '规格'],
  packSize: ['pack size', 'pack', 'units per pack', '装箱数', '包装数量'],
  unitPrice: [
    ...['unit price', 'price', 'sales price', 'list price', 'retail price'],
    ...['单价', '价格', '售价', '销售价', '标准价格', '零售价'],
  ],
  currency: currencyWords,
} as const satisfies FieldWords;

/** One line per product line; or the heads of orders alone; or the lines alone. */
const orders = {
  number: [
    ...['invoice no', 'invoice', 'invoice number', 'order id', 'order no', 'order number', 'order'],
    ...['订单号', '订单编号', '单号', '发票号', '订单id', '单据编号'],
  ],
  customerId: [...ofCustomer.customerId, 'customer'],
  customerName: ofCustomer.customerName.filter((word) => word !== 'customer'),
  date: [
    ...['invoice date', 'order date', 'date', 'purchase date', 'created at'],
    ...['日期', '订单日期', '下单时间', '下单日期', '成交日期', '开票日期', '销售日期'],
  ],
  sku: [...products.sku],
  productName: [
    'description',
    ...products.productName.filter((word) => !/^(name|名称)$/u.test(word)),
  ],
  quantity: ['quantity', 'qty', 'units', 'order quantity', '数量', '件数', '订购数量'],
  unitPrice: products.unitPrice,
  discount: ['discount', 'discount rate', '折扣', '折扣率'],
  currency: currencyWords,
  country: ['country', '国家'],
  // What was paid: a file with it needs no article, quantity or price.
  amount: [
    ...['amount', 'total', 'order total', 'total amount', 'order amount', 'grand total'],
    ...['金额', '订单金额', '总金额', '成交额', '成交金额', '合计', '销售额'],
  ],
} as const satisfies FieldWords;

const deals = {
  externalId: [
    ...['opportunity id', 'deal id', 'deal', 'record id deal', 'record id'],
    ...['商机编号', '商机id', '商机号'],
  ],
  name: [
    ...['deal name', 'opportunity name', 'opportunity', 'deal title', 'name', 'title', 'deal'],
    ...['商机名称', '商机', '项目名称', '机会名称', '商机主题'],
  ],
  ...ofCustomer,
  productName: [
    'product',
    'product name',
    'products',
    'product id',
    '产品',
    '产品名称',
    '意向产品',
  ],
  stage: [
    ...['stage', 'deal stage', 'sales stage', 'pipeline stage', 'opportunity stage'],
    ...['deal status', 'stage name', '阶段', '销售阶段', '商机阶段', '商机状态'],
  ],
  amount: [
    ...['amount', 'value', 'deal value', 'close value', 'deal amount', 'opportunity amount'],
    ...['deal size', '金额', '成交额', '预计金额', '商机金额', '成交金额', '预计成交金额'],
  ],
  currency: currencyWords,
  expectedClose: [
    ...['close date', 'expected close date', 'expected close', 'closing date', 'deal close date'],
    ...[
      'deal expected close date',
      '预计成交日期',
      '成交日期',
      '结单日期',
      '预计结单日期',
      '关闭日期',
    ],
  ],
  lostReason: [
    'lost reason',
    'closed lost reason',
    'loss reason',
    '输单原因',
    '丢单原因',
    '失败原因',
  ],
} as const satisfies FieldWords;

const activities = {
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

const tasks = {
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

/** Every entity's fields; the order is the order in which a person is offered them. */
export const entityFields = {
  customers,
  contacts,
  products,
  orders,
  deals,
  activities,
  tasks,
  lookup: {},
} as const satisfies Readonly<Record<FileKind, FieldWords>>;

type FieldsOf<K extends FileKind> = keyof (typeof entityFields)[K] & string;
export type FieldId = {
  [K in FileKind]: FieldsOf<K>;
}[FileKind];

/** Fields several columns may go to together: their values are gathered. */
export const gatheredFields: ReadonlySet<string> = new Set(['phone', 'email', 'tags', 'text']);

/** Fields of which a row must have one to be a record. */
export const neededFieldsOf: Readonly<Record<FileKind, readonly (readonly string[])[]>> = {
  customers: [],
  contacts: [['name', 'firstName', 'lastName']],
  products: [['productName', 'sku']],
  orders: [],
  deals: [['stage'], ['name', 'externalId', 'productName']],
  activities: [['startAt']],
  tasks: [['title']],
  lookup: [],
};
