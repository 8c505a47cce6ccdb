// Test files that need Linux, with the reason. Elsewhere they aren't collected, and `npm test` lists them by name.

/** @type {Readonly<Record<string, string>>} file and why */
export const linuxOnly = {
  'test/unit/pipelines.test.ts': 'its scripts run in bash',
  'test/attack/files-disk.test.ts': 'pipes, /proc, `ulimit`, and another user',
  'test/attack/files-terminal.test.ts': 'pipes, /proc, and `ulimit`',
  'test/attack/server.test.ts': 'the VS Code server and its gate are for Linux only',
  'test/attack/tokens.test.ts': 'the Azure CLI is replaced with a shell script',
  'test/integration/proxy.test.ts': 'the certificates of the system are replaced with SSL_CERT_FILE',
  'test/unit/azure/sign-in/azure-cli.test.ts': 'the Azure CLI is replaced with a shell script',
  'test/unit/support/desktop-code.test.ts': "the desktop's code is replaced with a shell script",
};

/**
 * @param {string} file below the root, with `/`
 * @param {NodeJS.Platform} [platform]
 */
export function isCollected(file, platform = process.platform) {
  return platform === 'linux' || !(file in linuxOnly);
}

/**
 * Lists the files that aren't collected on this system, one per line. @param {NodeJS.Platform} [platform] @returns
 * {readonly string[]}
 */
export function notCollected(platform = process.platform) {
  if (platform === 'linux') return [];
  return Object.entries(linuxOnly).map(([file, why]) => `Not run here: ${file} (${why})`);
}
