import type { Activity } from '#core/customers/activity.ts';
import type { ContactRole } from '#core/customers/contact.ts';
import { type Customer, type CustomerClass, customerClasses } from '#core/customers/customer.ts';
import type { Task } from '#core/customers/task.ts';
import type { DealStage } from '#core/sales/deal.ts';
import { foldHeader } from './map-headers.ts';

/** Patterns over a folded word, the first that fits wins. */
type Rules<T extends string> = readonly (readonly [RegExp, T])[];

const read = <T extends string>(rules: Rules<T>, word: string): T | undefined => {
  const folded = foldHeader(word);
  return rules.find(([pattern]) => pattern.test(folded))?.[1];
};

const stages: Rules<DealStage> = [
  [/lost|输单|丢单|失败|流失|无效|放弃/u, 'lost'],
  [/won|赢单|成交|签约|已签|中标|成功/u, 'won'],
  [/negotiat|contract|verbal|谈判|合同|议价|商务/u, 'negotiation'],
  [/propos|quote|quotation|presentation|demo|方案|报价|演示|投标/u, 'proposal'],
  [/qualif|engag|analysis|decision|valueprop|contactmade|需求|意向|确认|沟通|评估/u, 'qualified'],
  [/prospect|new|lead|open|appointment|discover|初步|线索|接触|新建|潜在/u, 'prospecting'],
];

const lifecycles: Rules<Customer['lifecycle']> = [
  [/lost|流失|无效|churn/u, 'lost'],
  [/lapsed|inactive|dormant|former|沉默|休眠|沉睡/u, 'lapsed'],
  [/^(lead|subscriber|newlead|线索|新客户)/u, 'lead'],
  [/prospect|opportunity|qualified|潜在|意向/u, 'prospect'],
  [/active|customer|client|evangelist|现有|成交|正式|合作|活跃|老客户/u, 'active'],
];

const roles: Rules<ContactRole> = [
  [/decision|decider|决策|拍板/u, 'decider'],
  [/influenc|champion|影响/u, 'influencer'],
  [/buyer|purchas|budget|采购/u, 'buyer'],
  [/gate|守门|把关/u, 'gatekeeper'],
  [/user|使用/u, 'user'],
];

const activityTypes: Rules<Activity['type']> = [
  [/visit|拜访|走访|上门/u, 'visit'],
  [/call|phone|电话|致电/u, 'call'],
  [/meet|demo|lunch|会议|会面|面谈/u, 'meeting'],
  [/mail|邮件/u, 'email'],
  [/message|sms|chat|wechat|whatsapp|微信|短信|消息/u, 'message'],
  [/note|备注|记录|其他/u, 'note'],
];

const outcomes: Rules<Activity['outcome']> = [
  [/^(none|无)$/u, 'none'],
  [/nocontact|noanswer|notreached|voicemail|busy|absent|未接|无人|没联系上|不在/u, 'nocontact'],
  [/notinterested|lost|reject|拒绝|无意向|流失/u, 'lost'],
  [/order|sold|sale|won|下单|成交|签单/u, 'order'],
  [/complain|投诉|不满/u, 'complaint'],
  [/follow|callback|再|跟进|回访/u, 'followup'],
  [/interest|connected|positive|意向|感兴趣|有兴趣/u, 'interested'],
];

const taskStatuses: Rules<Task['status']> = [
  [/notstarted|notdone|incomplete|未完成|未开始/u, 'open'],
  [/drop|cancel|defer|取消|放弃|作废/u, 'dropped'],
  [/^(done|completed?|closed|finished|yes|true|是|已完成|完成)/u, 'done'],
  [/open|progress|pending|waiting|todo|no|false|否|进行|待/u, 'open'],
];

const taskTypes: Rules<Task['type']> = [
  [/visit|拜访|走访/u, 'visit'],
  [/call|phone|电话/u, 'call'],
  [/mail|邮件/u, 'email'],
];

/** The stage another system's word stands for. */
export const readStage = (word: string) => read(stages, word);
export const readLifecycle = (word: string) => read(lifecycles, word);
export const readRole = (word: string) => read(roles, word);
export const readActivityType = (word: string) => read(activityTypes, word);
export const readOutcome = (word: string) => read(outcomes, word);
export const readTaskStatus = (word: string) => read(taskStatuses, word);
export const readTaskType = (word: string) => read(taskTypes, word);

/** `A`, `A类`, `Class A`, `A级`. */
export const readClass = (word: string): CustomerClass | undefined => {
  const letter = /^(?:class)?([abcd])(?:类|级|客户|类客户)?$/u.exec(foldHeader(word))?.[1];
  return customerClasses.find((name) => name.toLowerCase() === letter);
};
