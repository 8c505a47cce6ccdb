/** Returns the text of a comment for this extension, `// aml-secure-compute: …`, or undefined for other comments. */
export function directiveText(comment: string): string | undefined {
  const [start] = /^\/[/*]\s*aml-secure-compute\s*:/.exec(comment) ?? [];
  if (start === undefined) return undefined;
  return comment.slice(start.length, comment.endsWith('*/') ? -2 : undefined).trim();
}
