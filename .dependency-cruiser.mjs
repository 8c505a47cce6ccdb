// Who may import whom, generated from the folders that exist: a folder without a row here fails the run,
// so a new one cannot escape the rules. The table is the one of docs/architecture.md.
import { readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';

const pure = [
  'core',
  'requirements',
  'checks',
  'documents',
  'file-checks',
  'team-settings',
  'plans',
  'plan-file',
  'insert-code',
  'messages',
  'contract',
];

/** `ours`: folders or files below `src`; `packages`: npm names; `data`, `node`, `vscode`: whether the shipped data files, Node and VS Code may be imported. */
const mayImport = {
  core: {},
  requirements: { ours: ['core'] },
  checks: { ours: ['core', 'requirements'] },
  documents: { ours: ['core', 'requirements'], packages: ['jsonc-parser', 'js-yaml', '@noble/hashes'] },
  'file-checks': { ours: ['core', 'requirements', 'checks', 'documents'], packages: ['dequal'] },
  'team-settings': { ours: ['core', 'documents', 'file-checks'], packages: ['js-yaml', 'valibot'] },
  plans: { ours: ['core', 'requirements'] },
  'plan-file': { ours: ['core', 'documents', 'plans'], packages: ['valibot'] },
  'insert-code': { ours: ['core', 'documents', 'plans'] },
  messages: { ours: ['core/text', 'requirements/[\\w-]+/(en|fr)'] },
  contract: { ours: ['core/compute-kinds'], packages: ['valibot'] },
  wording: {
    ours: ['core', 'requirements', 'checks', 'documents', 'file-checks', 'plans', 'messages', 'contract'],
  },
  'agent-tools': {
    ours: ['core', 'requirements', 'checks', 'file-checks', 'plans', 'messages', 'contract', 'wording'],
    packages: ['valibot', '@valibot/to-json-schema'],
  },
  azure: { ours: ['core'], packages: ['@azure/[^/]+'], node: true },
  'azure-store': {
    ours: ['core', 'requirements', 'checks', 'azure'],
    packages: ['@tanstack/query-core'],
  },
  disk: { node: true },
  sandbox: { ours: ['core/addresses'], data: true, packages: ['@azure/core-rest-pipeline'], node: true },
  platform: {
    ours: ['contract', 'core/text', 'messages', 'disk'],
    packages: ['@vscode/extension-telemetry'],
    data: true,
    node: true,
    vscode: true,
  },
  features: {
    ours: [...pure, 'wording', 'agent-tools', 'azure', 'azure-store', 'platform', 'editor-agents'],
    packages: ['@preact/signals-core', 'dequal'],
    vscode: true,
  },
  'editor-agents': {
    ours: [...pure, 'wording', 'agent-tools', 'azure', 'azure-store', 'disk', 'platform', 'cli'],
    node: true,
    vscode: true,
  },
  cli: {
    ours: [...pure, 'wording', 'agent-tools', 'azure', 'sandbox', 'disk'],
    packages: [
      '@azure/core-rest-pipeline',
      '@modelcontextprotocol/sdk',
      'commander',
      'ignore',
      'jsonc-parser',
      'minimatch',
      '@types/sarif',
    ],
    data: true,
    node: true,
  },
};

const nodeBuiltIn = `^(node:)?(${builtinModules.join('|')})(/|$)`;

/** Everything that a module below `from` may resolve to, itself included. */
function allowedTargets(from, { ours = [], packages = [], data = false, node = false, vscode = false }) {
  return [
    from,
    ...ours.map((name) => `^src/${name}(/|\\.(ts|json)$)`),
    ...packages.map((name) => `(^|/)node_modules/${name}/`),
    ...(data ? ['^data/'] : []),
    ...(node ? [nodeBuiltIn] : []),
    ...(vscode ? ['^vscode$', 'node_modules/@types/vscode/'] : []),
  ];
}

function layerRule(name, rights) {
  const from = `^src/${name}/`;
  return {
    name: `layer-${name}`,
    severity: 'error',
    comment: `src/${name} may import only what its row in .dependency-cruiser.mjs names`,
    from: { path: from },
    to: { pathNot: allowedTargets(from, rights) },
  };
}

const folders = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const unknown = folders.filter((name) => !(name in mayImport));
if (unknown.length > 0) throw new Error(`No row in .dependency-cruiser.mjs for: ${unknown.join(', ')}`);

export default {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'sandbox-types-only',
      severity: 'error',
      comment: 'the embedded Azure borrows the types of the pipeline that it is plugged into, and no code',
      from: { path: '^src/sandbox/' },
      to: { path: '(^|/)node_modules/@azure/', dependencyTypesNot: ['type-only'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^vscode$' } },
    ...folders.map((name) => layerRule(name, mayImport[name])),
    {
      name: 'features-are-strangers',
      severity: 'error',
      comment: 'two features that must talk do so through a port that extension.ts wires',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'actions-dont-import-views',
      severity: 'error',
      comment: 'an action reads the state, and a view shows it; the report of a failure is its page as text',
      from: { path: '^src/features/[^/]+/actions/', pathNot: '/actions/report-failure\\.ts$' },
      to: { path: '^src/features/[^/]+/views?/' },
    },
    {
      name: 'extension-is-the-composition-root',
      severity: 'error',
      from: { path: '^src/extension\\.ts$' },
      to: {
        pathNot: [
          '^src/(core|platform|azure|azure-store|sandbox)/',
          '^src/features/[^/]+/index\\.ts$',
          '^vscode$',
          'node_modules/@types/vscode/',
        ],
      },
    },
    {
      name: 'nobody-imports-the-composition-root',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/extension\\.ts$' },
    },
    {
      name: 'layer-webview-ui',
      severity: 'error',
      from: { path: '^webview-ui/' },
      to: {
        pathNot: [
          '^webview-ui/',
          '^src/(contract|messages)/',
          '(^|/)node_modules/(lit|lit-element|lit-html|@lit|@vscode-elements|@vscode/codicons)/',
        ],
      },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'types', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
