import { useEffect, useState } from 'react';
import { type Contact, contactRoles } from '#core/customers/contact.ts';
import type { Database } from '#db/database.ts';
import { listFieldDefinitions } from '#db/list-field-definitions.ts';
import { watch } from '#db/watch.ts';
import { holdUnsavedWork } from '#jobs/unsaved-work.ts';
import { Button } from '#ui/controls/button.tsx';
import { CustomInputs } from '#ui/controls/custom-inputs.tsx';
import { Select } from '#ui/controls/select.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { TextLines } from '#ui/controls/text-lines.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { Sheet } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import {
  applyContactDraft,
  type ContactDraft,
  contactDraftOf,
  newContact,
} from './contact-draft.ts';
import { useSave } from './use-save.ts';

/** Offered besides the one a contact has already (BCP 47). */
const languages = ['en', 'zh', 'de', 'fr', 'es', 'it', 'pt', 'ja', 'ko', 'ru', 'ar'];

/** Changes a person at a customer, or adds one. Nothing is written before Save; Save can be undone. */
export function EditContact({
  db,
  customerId,
  contact,
  onClose,
}: {
  readonly db: Database;
  readonly customerId: string;
  readonly contact: Contact | undefined;
  readonly onClose: () => void;
}) {
  const { words } = useWords();
  const { customerPage, ui } = words;
  const [draft, setDraft] = useState<ContactDraft>(() => contactDraftOf(contact));
  const [isTried, setTried] = useState(false);
  const { refusal, save } = useSave(db);
  // An update must not reload the page away from under a form.
  useEffect(holdUnsavedWork, []);
  const change = (part: Partial<ContactDraft>) => setDraft((before) => ({ ...before, ...part }));
  const isNameless = draft.name.trim() === '';
  const keep = async () => {
    setTried(true);
    if (isNameless) return;
    const now = Date.now();
    const before = contact ?? newContact(crypto.randomUUID(), customerId, now);
    const record = applyContactDraft(before, draft);
    if (await save('contact-saved', [{ table: 'contacts', record }], now)) onClose();
  };
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={contact === undefined ? customerPage.addContact : customerPage.editContact}
      actions={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button look="primary" onPress={() => void keep()}>
            {ui.save}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <ContactFields
        db={db}
        draft={draft}
        onChange={change}
        nameError={isTried && isNameless ? customerPage.contactNameNeeded : undefined}
        onSubmit={() => void keep()}
      />
    </Sheet>
  );
}

function ContactFields({
  db,
  draft,
  onChange,
  nameError,
  onSubmit,
}: {
  readonly db: Database;
  readonly draft: ContactDraft;
  readonly onChange: (part: Partial<ContactDraft>) => void;
  readonly nameError: string | undefined;
  readonly onSubmit: () => void;
}) {
  const { words, format } = useWords();
  const { customerPage, customerForm, customers, ui } = words;
  const definitions = useWatch(() => watch(() => listFieldDefinitions(db, 'contacts')), [db]);
  const names = new Intl.DisplayNames(format.locale, { type: 'language', fallback: 'code' });
  const offered = [...new Set([...languages, draft.language])].filter((id) => id !== '');
  return (
    <>
      <TextField
        label={customers.name}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        onSubmit={onSubmit}
        autoComplete="off"
        error={nameError}
      />
      <TextLines
        label={customers.phone}
        add={customerForm.addPhone}
        values={draft.phones}
        onChange={(phones) => onChange({ phones })}
        inputMode="tel"
        onSubmit={onSubmit}
      />
      <TextLines
        label={customers.email}
        add={customerForm.addEmail}
        values={draft.emails}
        onChange={(emails) => onChange({ emails })}
        inputMode="email"
        onSubmit={onSubmit}
      />
      <TextField
        label={customerPage.contactTitle}
        value={draft.title}
        onChange={(title) => onChange({ title })}
        onSubmit={onSubmit}
        autoComplete="off"
      />
      <Select
        label={customerPage.role}
        value={draft.role}
        onChange={(role) => onChange({ role })}
        choices={[
          { id: '', text: ui.none },
          ...contactRoles.map((id) => ({ id, text: customerPage.roles[id] })),
        ]}
      />
      <Select
        label={customerPage.language}
        value={draft.language}
        onChange={(language) => onChange({ language })}
        choices={[
          { id: '', text: ui.unknown },
          ...offered.map((id) => ({ id, text: nameOf(names, id) })),
        ]}
      />
      <CustomInputs
        definitions={definitions ?? []}
        values={draft.custom}
        onChange={(custom) => onChange({ custom })}
      />
    </>
  );
}

/** A file may have written the language in any way; what is no code stays as it is written. */
const nameOf = (names: Intl.DisplayNames, id: string): string =>
  /^[a-z]{2,3}(?:-[\da-z]{2,8})*$/iu.test(id) ? (names.of(id) ?? id) : id;
