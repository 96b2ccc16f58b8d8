import type { Origins } from './origins.ts'

const absent = [
  'camera',
  'microphone',
  'geolocation',
  'payment',
  'usb',
  'serial',
  'bluetooth',
  'midi',
  'display-capture',
  'browsing-topics',
]

/** The headers of every answer, whatever it is. */
export function securityHeaders(origins: Origins): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    `connect-src 'self' ${origins.sockets.join(' ')}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    // No text becomes markup or a script: only what these policies let through, which are that of the service worker
    // (client/src/copy/scriptAddress.ts) and ProseMirror's for reading what is pasted in a document that is not shown.
    "require-trusted-types-for 'script'",
    'trusted-types kringplan ProseMirrorClipboard',
  ]
  return {
    'Content-Security-Policy': policy.join('; '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': absent.map((name) => `${name}=()`).join(', '),
    ...(origins.secure ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  }
}
