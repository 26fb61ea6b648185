/** Fields of a customer a column may go to; anything else is a custom field. */
export const customerFields = [
  'externalId',
  'name',
  'altName',
  'kind',
  'lifecycle',
  'class',
  'industry',
  'phone',
  'email',
  'street',
  'city',
  'region',
  'postcode',
  'country',
  'tags',
] as const;

/** Fields of an orders file, one line per product line. */
export const orderFields = [
  'number',
  'customerId',
  'customerName',
  'date',
  'sku',
  'productName',
  'quantity',
  'unitPrice',
  'discount',
  'currency',
  'country',
  // What was paid for the line: a file with it needs no article, quantity or price.
  'amount',
] as const;

const customerHeaders: Readonly<Record<string, readonly string[]>> = {
  externalId: [
    'customerid',
    'customer id',
    'account id',
    'accountid',
    '客户编号',
    '客户号',
    '会员号',
  ],
  name: [
    'name',
    'company',
    'company name',
    'companyname',
    'customer',
    'customer name',
    'account',
    'account name',
    '客户',
    '客户名称',
    '公司',
    '公司名称',
    '名称',
    '姓名',
  ],
  altName: ['english name', 'alt name', '英文名', '别名', '简称'],
  lifecycle: ['lifecycle', '客户阶段', '生命周期'],
  class: ['class', '客户等级', '等级'],
  industry: ['industry', 'sector', '行业'],
  phone: [
    'phone',
    'telephone',
    'tel',
    'mobile',
    'phone number',
    '电话',
    '手机',
    '手机号',
    '联系电话',
  ],
  email: ['email', 'e-mail', 'mail', 'email address', '邮箱', '电子邮件', '电子邮箱'],
  street: ['street', 'address', 'address line 1', '地址', '街道', '详细地址'],
  city: ['city', 'town', '城市', '市'],
  region: ['region', 'state', 'province', 'county', '省', '省份', '地区'],
  postcode: [
    'postcode',
    'postal code',
    'postalcode',
    'zip',
    'zip code',
    'zipcode',
    '邮编',
    '邮政编码',
  ],
  country: ['country', '国家'],
  tags: ['tags', '标签'],
};

const orderHeaders: Readonly<Record<string, readonly string[]>> = {
  number: [
    'invoiceno',
    'invoice no',
    'invoice',
    'invoice number',
    'order id',
    'orderid',
    'order no',
    'order number',
    'order',
    '订单号',
    '订单编号',
    '单号',
    '发票号',
  ],
  customerId: ['customerid', 'customer id', 'customer', 'account id', '客户编号', '客户号'],
  customerName: ['customer name', 'account', 'company', '客户', '客户名称'],
  date: [
    'invoicedate',
    'invoice date',
    'order date',
    'orderdate',
    'date',
    '日期',
    '订单日期',
    '下单时间',
    '下单日期',
  ],
  sku: [
    'stockcode',
    'stock code',
    'sku',
    'product id',
    'productid',
    'product code',
    'item code',
    '商品编码',
    '产品编号',
    '货号',
  ],
  productName: [
    'description',
    'product',
    'product name',
    'productname',
    'item',
    '商品',
    '商品名称',
    '产品',
    '产品名称',
  ],
  quantity: ['quantity', 'qty', 'units', '数量'],
  unitPrice: ['unitprice', 'unit price', 'price', '单价', '价格'],
  discount: ['discount', '折扣'],
  currency: ['currency', '币种', '货币'],
  country: ['country', '国家'],
};

const fold = (header: string): string =>
  header
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/gu, ' ');

const assign = (
  headers: readonly string[],
  table: Readonly<Record<string, readonly string[]>>,
): string[] => {
  const fieldOf = new Map<string, string>();
  for (const [field, words] of Object.entries(table))
    for (const word of words) if (!fieldOf.has(word)) fieldOf.set(word, field);
  const taken = new Set<string>();
  return headers.map((header) => {
    const field = fieldOf.get(fold(header));
    if (field === undefined || taken.has(field)) return 'custom';
    taken.add(field);
    return field;
  });
};

/** The field each header of a customers file goes to; `custom` when none is known. */
export const mapCustomerHeaders = (headers: readonly string[]): string[] =>
  assign(headers, customerHeaders);

/** The field each header of an orders file goes to. */
export const mapOrderHeaders = (headers: readonly string[]): string[] =>
  assign(headers, orderHeaders);

/** Fields without which a file cannot be read as orders. */
export const neededOrderFields = ['number', 'date', 'sku', 'quantity', 'unitPrice'] as const;

/** The same for a plain list of purchases: who, when, how much. */
export const neededPurchaseFields = ['customerId', 'date', 'amount'] as const;

/** Orders when every needed field of an order line has a column; else customers. */
export const guessFileKind = (headers: readonly string[]): 'customers' | 'orders' => {
  const found = new Set(mapOrderHeaders(headers));
  return neededOrderFields.every((field) => found.has(field)) ? 'orders' : 'customers';
};
