import type { FieldDefinition, FieldType } from '#core/customers/field-definition.ts';
import { dayText } from '#core/day-number.ts';
import type { CustomValue } from '#core/record.ts';
import { normalFrom, type Random } from '#core/seeded-random.ts';
import type { Behaviour } from './behaviour.ts';
import { between, chance, lognormal, pick } from './draw.ts';

const channels = ['visit', 'phone', 'web shop', 'partner'] as const;
const deliveries = ['van', 'parcel', 'pick-up'] as const;

const fields: readonly (readonly [string, string, FieldType, (readonly string[])?])[] = [
  ['contract_end', 'Contract end · 合同到期', 'date'],
  ['employees', 'Employees · 员工数', 'number'],
  ['channel', 'Channel · 渠道', 'choice', channels],
  ['delivery', 'Delivery · 配送方式', 'choice', deliveries],
  ['payment_days', 'Payment days · 付款天数', 'number'],
  ['satisfaction', 'Satisfaction 1–10 · 满意度', 'number'],
  ['newsletter', 'Newsletter · 订阅简报', 'yesno', ['yes', 'no']],
  ['renewed', 'Renewed last contract · 已续约', 'yesno', ['yes', 'no']],
];

/** The demo's custom fields of customers. Ids are `<importId>.f<index>`. */
export const makeFieldDefinitions = (importId: string, now: number): readonly FieldDefinition[] =>
  fields.map(([key, label, type, choices], at) => ({
    id: `${importId}.f${at}`,
    createdAt: now,
    updatedAt: now,
    rev: 0,
    entity: 'customers',
    key,
    label,
    type,
    ...(choices !== undefined && { choices: [...choices] }),
    learnable: true,
  }));

const sigmoid = (value: number) => 1 / (1 + Math.exp(-value));

/** Weights of the planted renewal rule. Mood is hidden; the survey answer shows it with noise. */
const channelEffect = { visit: 0.9, phone: 0.2, 'web shop': -0.9, partner: -0.2 } as const;

const renewalLogit = (
  answers: { readonly employees: number; readonly payment: number; readonly newsletter: boolean },
  channel: (typeof channels)[number],
  mood: number,
  isFarAway: boolean,
): number =>
  0.4 +
  mood +
  channelEffect[channel] +
  0.45 * Math.log(answers.employees / 12) +
  (answers.newsletter ? 0.6 : -0.4) -
  0.04 * (answers.payment - 30) -
  // Only with the two together: a rule no straight line finds.
  (isFarAway && channel === 'web shop' ? 1.6 : 0);

/**
 * The custom fields of one customer. `renewed` overlaps on purpose: two customers with equal fields
 * may have decided differently, as people do; it is missing where no contract has ended yet.
 */
export const makeFields = (
  random: Random,
  behaviour: Behaviour,
  isPerson: boolean,
  today: number,
): Record<string, CustomValue> => {
  const employees = isPerson ? 1 : Math.max(1, Math.round(12 * lognormal(random, 1)));
  const channel = pick(random, channels);
  const delivery = pick(random, deliveries);
  const payment = pick(random, [7, 14, 14, 30, 30, 30, 45, 60]);
  const newsletter = chance(random, 0.42);
  const survey = Math.round(6.5 + 1.5 * behaviour.mood + 1.2 * normalFrom(random));
  const answers = { employees, payment, newsletter };
  const logit = renewalLogit(answers, channel, behaviour.mood, delivery === 'parcel');
  const renewed = chance(random, sigmoid(logit));
  const undecided = behaviour.pattern === 'new' || chance(random, 0.1);
  return {
    contract_end: dayText(today + between(random, -60, 365)),
    employees: chance(random, 0.04) ? null : employees,
    channel,
    delivery,
    payment_days: payment,
    satisfaction: chance(random, 0.3) ? null : Math.max(1, Math.min(10, survey)),
    newsletter,
    renewed: undecided ? null : renewed,
  };
};
