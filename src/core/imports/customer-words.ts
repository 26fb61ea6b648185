/** Header words of each field, in English and Chinese, the names other systems export included. */
export type FieldWords = Readonly<Record<string, readonly string[]>>;

const customerId = ['customer id', 'customer no', 'customer number', 'account id', 'company id'];
const customerIdZh = ['客户编号', '客户号', '客户编码', '客户代码', '客户id', '会员号', '会员编号'];
const customerName = ['customer', 'customer name', 'client', 'account', 'account name', 'company'];
const customerNameMore = ['company name', 'organization', 'organisation', 'organization name'];
const customerNameZh = ['客户', '客户名称', '客户名', '公司', '公司名称', '企业名称', '单位'];
/** How a file of something else names its customer. */
export const ofCustomer = {
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
const firstName = ['first name', 'given name', 'forename', '名'];
const lastName = ['last name', 'surname', 'family name', '姓', '姓氏'];

/** The fields of a file of customers. */
export const customerWords = {
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

/** The fields of a file of contacts. */
export const contactWords = {
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
