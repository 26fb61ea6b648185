import type { Contact } from '#core/customers/contact.ts';
import type { Customer, CustomerClass } from '#core/customers/customer.ts';
import type { Random } from '#core/seeded-random.ts';
import { titles } from './dealing-words.ts';
import { between, chance, pick, poisson } from './draw.ts';
import { personName } from './make-name.ts';
import { regions } from './regions.ts';

/** People known at a business, on average, by its class. */
const known: Readonly<Record<CustomerClass, number>> = { A: 1.3, B: 0.75, C: 0.4, D: 0.2 };

const languages = { GB: 'en', IE: 'en', DE: 'de', FR: 'fr', NL: 'nl', CN: 'zh' } as const;

/** The people known at a business; a private person has none. */
export const makeContacts = (random: Random, customer: Customer): readonly Contact[] => {
  if (customer.kind === 'person') return [];
  const region = regions.find(({ country }) => country === customer.address?.country);
  if (region === undefined) return [];
  const count = Math.min(3, poisson(random, known[customer.class ?? 'D']));
  const { createdAt, updatedAt } = customer;
  return Array.from({ length: count }, (_, at) => {
    const { name, altName } = personName(random, region.country);
    const title = pick(random, titles);
    const mailbox = `${customer.id.slice(customer.id.lastIndexOf('.') + 1)}-${at + 1}`;
    return {
      id: `${customer.id}.n${at + 1}`,
      createdAt,
      updatedAt,
      rev: 0,
      customerId: customer.id,
      name: altName === undefined ? name : `${name} (${altName})`,
      title: region.country === 'CN' ? title.zh : title.en,
      role: title.role,
      phones: [region.phone + String(between(random, 0, 99_999)).padStart(5, '0')],
      emails: chance(random, 0.7) ? [`${mailbox}@rapport-demo.example`] : [],
      language: languages[region.country],
      custom: {},
    };
  });
};
