import { memo, type ReactNode } from 'react';
import type { Customer } from '#core/customers/customer.ts';
import type { FieldDefinition } from '#core/customers/field-definition.ts';
import type { Words } from '#i18n/en.ts';
import { Card, Facts } from '#ui/surfaces/card.tsx';
import { Grid } from '#ui/surfaces/page.tsx';
import { sayCustom } from '#ui/words/say-custom.ts';
import { useWords } from '#ui/words/words-context.tsx';

type Fact = { readonly name: string; readonly value: ReactNode };

const present = (facts: readonly (readonly [string, string | undefined])[]): Fact[] =>
  facts.flatMap(([name, value]) => (value ? { name, value } : []));

const contactFacts = (words: Words, { phones, emails, address }: Customer): Fact[] => {
  const { customers } = words;
  return present([
    [customers.phone, phones.join(', ')],
    [customers.email, emails.join(', ')],
    [customers.street, address?.street],
    [customers.postcode, address?.postcode],
    [customers.city, address?.city],
    [customers.region, address?.region],
    [customers.country, address?.country],
  ]);
};

const generalFacts = (words: Words, customer: Customer): Fact[] => {
  const { customers } = words;
  return present([
    [customers.otherName, customer.altName],
    [customers.kind, customers.kinds[customer.kind]],
    [customers.industry, customer.industry],
    [customers.externalId, customer.externalId],
    [customers.tags, customer.tags.join(', ')],
  ]);
};

/** What is known of a customer: the fields every customer has, and the columns of the own file. */
export const CustomerFields = memo(function CustomerFields({
  customer,
  definitions,
}: {
  readonly customer: Customer;
  /** Of the own fields, in their order. */
  readonly definitions: readonly FieldDefinition[];
}) {
  const { words, format } = useWords();
  const contact = contactFacts(words, customer);
  const own = definitions
    .filter(({ key }) => key in customer.custom)
    .map((field) => ({
      name: field.label,
      value: sayCustom(customer.custom[field.key], field, words, format),
    }));
  return (
    <Grid wide>
      <Card title={words.customers.fields}>
        <Facts facts={[...contact, ...generalFacts(words, customer)]} />
      </Card>
      {own.length > 0 && (
        <Card title={words.customers.ownFields}>
          <Facts facts={own} />
        </Card>
      )}
    </Grid>
  );
});
