import * as v from 'valibot';
import { customSchema, recordEntries } from '#core/record.ts';

export const contactRoles = ['decider', 'influencer', 'buyer', 'user', 'gatekeeper'] as const;
export type ContactRole = (typeof contactRoles)[number];

export const contactSchema = v.object({
  ...recordEntries,
  customerId: v.string(),
  name: v.string(),
  title: v.optional(v.string()),
  role: v.optional(v.picklist(contactRoles)),
  phones: v.array(v.string()),
  emails: v.array(v.string()),
  language: v.optional(v.string()),
  custom: customSchema,
});

/** A person at a customer (联系人). */
export type Contact = v.InferOutput<typeof contactSchema>;
