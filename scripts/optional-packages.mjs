/**
 * Packages that the package for npm has as optional dependencies, instead of their code. Commands that sign in load the
 * first three, which need Node.js 22: npm leaves them out on an older one. `mcp` loads the last.
 */
export const optionalPackages = [
  '@azure/identity',
  '@azure/core-rest-pipeline',
  '@azure/arm-resourcegraph',
  'zod',
];
