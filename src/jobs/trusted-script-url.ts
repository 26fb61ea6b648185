/** The part of a Trusted Types policy we use; TypeScript's DOM library does not know it yet. */
type TrustedTypesHost = {
  readonly trustedTypes?: {
    readonly createPolicy: (
      name: string,
      rules: { createScriptURL: (url: string) => string },
    ) => { readonly createScriptURL: (url: string) => object };
  };
};

/** The one rule: a script comes from this origin (a blob's origin is that of the page that made it). */
const ownScript = (url: string): string => {
  if (new URL(url, location.href).origin !== location.origin)
    throw new TypeError(`A script of another origin was refused: ${url}`);
  return url;
};

// The policy's name may be used once in a page (`trusted-types rapport`), so it is made here only.
const policy = (globalThis as TrustedTypesHost).trustedTypes?.createPolicy('rapport', {
  createScriptURL: ownScript,
});

/**
 * The URL in the form a worker or service worker accepts under `require-trusted-types-for 'script'`;
 * typed as the string it stands for. Throws TypeError for another origin.
 */
export const trustedScriptUrl = (url: string): string =>
  policy === undefined ? ownScript(url) : (policy.createScriptURL(url) as unknown as string);
