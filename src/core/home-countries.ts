/** Countries (ISO 3166) offered for phone numbers written without a country code. */
export const homeCountries: readonly string[] =
  'CN HK TW MO SG MY GB IE US CA AU NZ DE AT CH FR BE NL LU IT ES PT PL CZ DK SE NO FI JP KR IN TH VN ID PH AE ZA BR MX'.split(
    ' ',
  );
