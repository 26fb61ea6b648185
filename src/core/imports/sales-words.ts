import { customerWords, type FieldWords, ofCustomer } from './customer-words.ts';

const currencyWords = ['currency', 'currency code', 'deal currency', '币种', '货币', '货币单位'];

/** The fields of a file of products. */
export const productWords = {
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
  altName: customerWords.altName,
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
export const orderWords = {
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
  sku: [...productWords.sku],
  productName: [
    'description',
    ...productWords.productName.filter((word) => !/^(name|名称)$/u.test(word)),
  ],
  quantity: ['quantity', 'qty', 'units', 'order quantity', '数量', '件数', '订购数量'],
  unitPrice: productWords.unitPrice,
  discount: ['discount', 'discount rate', '折扣', '折扣率'],
  currency: currencyWords,
  country: ['country', '国家'],
  // What was paid: a file with it needs no article, quantity or price.
  amount: [
    ...['amount', 'total', 'order total', 'total amount', 'order amount', 'grand total'],
    ...['金额', '订单金额', '总金额', '成交额', '成交金额', '合计', '销售额'],
  ],
} as const satisfies FieldWords;

/** The fields of a file of deals. */
export const dealWords = {
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
