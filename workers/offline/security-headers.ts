// One policy for the page (meta), its workers (inherited through the blob bootstrap) and every
// answer of the service worker (header). Nothing may reach another origin.
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "img-src 'self' blob: data:",
  "style-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types rapport',
] as const;

/** The policy for a `<meta http-equiv>`: frame-ancestors is ignored there, so it is left out. */
export const CONTENT_SECURITY_POLICY = DIRECTIVES.join('; ');

/** What a static host cannot promise, so the service worker adds it to every precached answer. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // web-share is left open on purpose: sharing a visit list is something the user asks for.
  'permissions-policy':
    'geolocation=(self), microphone=(self), camera=(self), payment=(), usb=(), serial=(), hid=(), midi=()',
};
