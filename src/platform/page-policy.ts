/**
 * What a page may load and do: our styles, fonts, and the one script with the nonce. It connects to nothing, frames
 * nothing, sends no form, and no text in it can move where addresses lead.
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
