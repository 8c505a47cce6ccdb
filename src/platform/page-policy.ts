/**
 * Returns the content security policy of a page: the product's styles and fonts, and the single script with the nonce.
 * It can't connect, embed frames, or submit forms, and no text in it can change where URLs lead.
 */
export function pagePolicy(source: string, nonce: string): string {
  return [
    `default-src 'none'`,
    `style-src ${source}`,
    `font-src ${source}`,
    `script-src 'nonce-${nonce}'`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}
