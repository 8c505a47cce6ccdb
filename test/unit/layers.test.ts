import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { out, packageProgram, root } from '../../scripts/places.mjs';

type Files = Readonly<Record<string, string>>;

/** Writes the files as a separate project, and returns the violations of the rules. */
function checked(files: Files): { readonly violations: readonly string[]; readonly errors: string } {
  mkdirSync(out, { recursive: true });
  const tree = mkdtempSync(join(out, 'layers-'));
  try {
    copyFileSync(join(root, 'tsconfig.base.json'), join(tree, 'tsconfig.base.json'));
    const project = { extends: './tsconfig.base.json', include: ['src', 'webview-ui'] };
    for (const [path, text] of Object.entries({ ...files, 'tsconfig.json': JSON.stringify(project) })) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    }
    const config = join(root, '.dependency-cruiser.mjs');
    const program = packageProgram('dependency-cruiser', 'depcruise');
    const args = [program, '--config', config, '--output-type', 'json', 'src', 'webview-ui'];
    const run = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8' });
    return { violations: run.stdout === '' ? [] : violationsIn(run.stdout), errors: run.stderr };
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}

/** Returns the violated rules, as `rule: from -> to`. */
function violationsIn(report: string): readonly string[] {
  const { summary } = JSON.parse(report) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] };
  };
  return summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} -> ${to.replace(/^[./]+/, '')}`,
  );
}

const a = `export type A = 'a'; export const a = 1;`;
const importing = (path: string): string => `import { a } from '${path}'; export const b = a;`;
const importingType = (path: string): string => `import type { A } from '${path}'; export type B = A;`;

/** The rules themselves, tested with files that violate them: a rule that never reports is useless. */
describe('the rules for imports', () => {
  const forbidden = [
    ['core imports none of the project’s folders', 'src/core', 'src/requirements', 'layer-core'],
    ['checks don’t read text', 'src/checks', 'src/documents', 'layer-checks'],
    ['plans don’t import texts', 'src/plans', 'src/messages', 'layer-plans'],
    ['the contract doesn’t import the model', 'src/contract', 'src/core', 'layer-contract'],
    ['messages import nothing', 'src/messages', 'src/core', 'layer-messages'],
    ['the sandbox doesn’t import reach', 'src/sandbox', 'src/core/reach', 'layer-sandbox'],
    ['the sandbox doesn’t import requirements', 'src/sandbox', 'src/requirements', 'layer-sandbox'],
    ['platform doesn’t import Azure', 'src/platform', 'src/azure', 'layer-platform'],
    ['features don’t import the sandbox', 'src/features/f', 'src/sandbox', 'layer-features'],
    ['features don’t import each other', 'src/features/f', 'src/features/g', 'features-are-strangers'],
    ['the page imports the contract only', 'webview-ui/src', 'src/core', 'layer-webview-ui'],
  ] as const;

  /** One project with every forbidden import in it, once for a value and once for a type. */
  const offenses: Record<string, string> = { 'src/extension.ts': importing('./features/f/a') };
  for (const [, from, to] of forbidden) {
    const target = `${'../'.repeat(from.split('/').length)}${to}/a`;
    offenses[`${to}/a.ts`] = a;
    offenses[`${from}/${to.replaceAll('/', '-')}.ts`] = importing(target);
    offenses[`${from}/${to.replaceAll('/', '-')}-type.ts`] = importingType(target);
  }
  const packages = ['node:fs', 'vscode', 'valibot'];
  for (const name of packages) {
    offenses[`src/core/${name.replace(':', '-')}.ts`] = `import * as it from '${name}'; export { it };`;
  }
  offenses['src/features/f/a.ts'] = a;
  const { violations } = checked(offenses);

  it.each(forbidden)('%s', (_why, from, to, rule) => {
    const file = `${from}/${to.replaceAll('/', '-')}`;
    expect(violations).toContain(`${rule}: ${file}.ts -> ${to}/a.ts`);
    expect(violations).toContain(`${rule}: ${file}-type.ts -> ${to}/a.ts`);
  });

  it('the composition root imports a feature by its index only', () => {
    expect(violations).toContain(
      'extension-is-the-composition-root: src/extension.ts -> src/features/f/a.ts',
    );
  });

  it.each(packages)('the core does not import %s', (name) => {
    const file = `src/core/${name.replace(':', '-')}.ts`;
    expect(violations.filter((violation) => violation.startsWith(`layer-core: ${file} -> `))).toHaveLength(1);
  });

  it('a cycle counts, even if it consists of types', () => {
    const files = {
      'src/core/x.ts': importingType('./y'),
      'src/core/y.ts': `import type { B } from './x'; export type A = B;`,
    };
    expect(checked({ ...files, 'webview-ui/src/a.ts': a }).violations).toEqual([
      'no-cycle: src/core/x.ts -> src/core/y.ts',
    ]);
  });

  it('allowed imports pass', () => {
    const files = {
      'src/core/addresses/a.ts': a,
      'src/contract/a.ts': `import * as v from 'valibot'; export const a = v.string();`,
      'src/sandbox/x.ts': importing('../core/addresses/a'),
      'src/features/f/index.ts': importing('../../core/addresses/a'),
      'src/platform/x.ts': `import * as vscode from 'vscode'; import { join } from 'node:path'; export { join, vscode };`,
      'src/azure/x.ts': `import type { PipelineRequest } from '@azure/core-rest-pipeline'; export type P = PipelineRequest;`,
      'src/extension.ts': importing('./features/f/index'),
      'webview-ui/src/x.ts': importing('@contract/a'),
    };
    expect(checked(files)).toEqual({ violations: [], errors: '' });
  });

  it('a folder that the table doesn’t contain fails the run', () => {
    const { errors } = checked({ 'src/helpers/a.ts': a, 'webview-ui/src/a.ts': a });
    expect(errors).toContain('No row in .dependency-cruiser.mjs for: helpers');
  });
});
