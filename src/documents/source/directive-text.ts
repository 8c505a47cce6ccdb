/** What a comment tells this extension, `// aml-secure-compute: …`; undefined of every other comment. */
export function directiveText(comment: string): string | undefined {
  const [start] = /^\/[/*]\s*aml-secure-compute\s*:/.exec(comment) ?? [];
  if (start === undefined) return undefined;
  return comment.slice(start.length, comment.endsWith('*/') ? -2 : undefined).trim();
}
