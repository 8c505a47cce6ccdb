// Suites that need Linux, with the reason. Elsewhere they aren't collected, and `npm test` lists them by name.

/** @type {Readonly<Record<string, string>>} suite (a file, or a folder with `/` at its end) and why */
export const linuxOnly = {
  'test/e2e/': 'the VS Code server from npm is for Linux on x64 only',
  'test/integration/proxy.test.ts': 'the certificates of the system are replaced with SSL_CERT_FILE',
  'test/unit/azure/sign-in/credentials.test.ts': 'the Azure CLI is replaced with a shell script',
  'test/unit/support/desktop-code.test.ts': "the desktop's code is replaced with a shell script",
};

/**
 * @param {string} file below the root, with `/`
 * @param {NodeJS.Platform} [platform]
 */
export function isCollected(file, platform = process.platform) {
  if (platform === 'linux') return true;
  return !Object.keys(linuxOnly).some((suite) =>
    suite.endsWith('/') ? file.startsWith(suite) : file === suite,
  );
}

/** What isn't collected on this system, a line each. @param {NodeJS.Platform} [platform] @returns {readonly string[]} */
export function notCollected(platform = process.platform) {
  if (platform === 'linux') return [];
  return Object.entries(linuxOnly).map(([suite, why]) => `Not collected on this system: ${suite} (${why})`);
}
