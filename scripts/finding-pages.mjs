// The page of a check of groups, tables and files, in one language, all of it from the data and the message catalogues.

/**
 * @typedef {import('../src/checks/findings/catalogue').FindingCheck | import('../src/file-checks/catalogue').FileOnlyCheck} FindingCheck
 * @typedef {typeof import('../src/requirements/sources')} SourcesModule
 * @typedef {import('./check-words.mjs').Words} Words
 */

/**
 * @param {FindingCheck} check
 * @param {{ texts: Readonly<Record<string, string>>; words: Words; sources: SourcesModule['sources'] }} data
 */
export function findingPage(check, { texts, words, sources }) {
  const text = (/** @type {string} */ name) => {
    const found = texts[`finding.${check.id}.${name}`];
    if (found === undefined) throw new Error(`No text finding.${check.id}.${name}`);
    return found;
  };
  const parts = [
    frontMatter(check),
    `# ${text('name')}`,
    `## ${words.heads.finds}`,
    `${about(check, words)}\n\n${text('finds')}`,
    `## ${words.heads.why}`,
    text('consequence'),
    `## ${words.heads.fix}`,
    text('ask'),
    `## ${words.heads.sources}`,
    check.sources
      .map((key) => sources[key])
      .map(({ title, url, date }) => `- [${title}](${url}), ${date ?? words.undated}`)
      .join('\n'),
    `## ${words.heads.blind}`,
    text('blind'),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** @param {FindingCheck} check */
function frontMatter({ id, of, severity, basis, profiles, refines, fixable }) {
  const lines = { id, of, severity, basis, profiles: profiles.join(', '), fixable };
  const all = refines === null ? lines : { ...lines, refines };
  return ['---', ...Object.entries(all).map(([name, value]) => `${name}: ${value}`), '---'].join('\n');
}

/**
 * @param {FindingCheck} check
 * @param {Words} words
 */
function about({ of, severity, profiles, refines }, words) {
  const { finding } = words;
  const [only, second] = profiles;
  const when = only && second === undefined ? ` ${finding.only(words.profiles[only])}` : '';
  const beside = refines === null ? '' : ` ${finding.refines(refines)}`;
  return `${finding.of[of]} ${finding.severity(words.terms[severity] ?? severity)}${when}${beside}`;
}
