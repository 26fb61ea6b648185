import type { Contact } from '#core/customers/contact.ts';
import type { CustomValue } from '#core/record.ts';

/** A contact as the form shows it. */
export type ContactDraft = {
  readonly name: string;
  readonly title: string;
  readonly role: NonNullable<Contact['role']> | '';
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  /** BCP 47, or empty. */
  readonly language: string;
  readonly custom: Readonly<Record<string, CustomValue>>;
};

const lines = (texts: readonly string[] | undefined) =>
  texts === undefined || texts.length === 0 ? [''] : texts;

export const contactDraftOf = (contact: Contact | undefined): ContactDraft => ({
  name: contact?.name ?? '',
  title: contact?.title ?? '',
  role: contact?.role ?? '',
  phones: lines(contact?.phones),
  emails: lines(contact?.emails),
  language: contact?.language ?? '',
  custom: contact?.custom ?? {},
});

/** A contact nothing is known of yet. `now`: ms UTC. */
export const newContact = (id: string, customerId: string, now: number): Contact => ({
  id,
  createdAt: now,
  updatedAt: now,
  rev: 0,
  customerId,
  name: '',
  phones: [],
  emails: [],
  custom: {},
});

const written = (texts: readonly string[]) =>
  texts.map((text) => text.trim()).filter((text) => text !== '');

/** The contact with the form's values; an emptied field is absent, never an empty text. */
export const applyContactDraft = (contact: Contact, draft: ContactDraft): Contact => {
  const { title: _title, role: _role, language: _language, ...rest } = contact;
  const title = draft.title.trim();
  return {
    ...rest,
    name: draft.name.trim(),
    ...(title === '' ? {} : { title }),
    ...(draft.role === '' ? {} : { role: draft.role }),
    ...(draft.language === '' ? {} : { language: draft.language }),
    phones: written(draft.phones),
    emails: written(draft.emails),
    custom: { ...draft.custom },
  };
};
