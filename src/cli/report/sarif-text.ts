/** In a message, `[text](address)` is a link, unless its bracket is escaped (SARIF 2.1.0, 3.11.6). */
export function sarifMessage(text: string): string {
  return text.replace(/\](?=\()/g, '\\]');
}

/** Relative to where the program was started, which in a pipeline is the repository. */
export function sarifUri(file: string): string {
  const [first = '', ...others] = file.split('/');
  const isDrive = /^[A-Za-z]:$/.test(first);
  const way = [isDrive ? first : encodeURIComponent(first), ...others.map(encodeURIComponent)].join('/');
  if (isDrive) return `file:///${way}`;
  return file.startsWith('/') ? `file://${way}` : way;
}
