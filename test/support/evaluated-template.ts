import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { predictedResources } from '../../src/cli/resolve/predicted-resources';
import { readArmParameterFile } from '../../src/documents/arm/read-parameter-file';
import {
  evaluateDeployment,
  type EvaluatedDeployment,
} from '../../src/documents/evaluate/evaluate-deployment';
import { resolvePath } from '../../src/documents/source/resolve-path';
import type { SourceFiles } from '../../src/documents/source/source-files';
import { templateReader } from '../../src/file-checks/template-reader';
import { oracle } from './deployments';
import type { Members } from './snapshots';

const disk: SourceFiles = {
  read(path, from) {
    const file = resolvePath(path, from);
    if (!existsSync(file)) return { is: 'missing', file };
    return { is: 'text', text: readFileSync(file, 'utf8'), file };
  },
  list(path, from) {
    const file = `${resolvePath(path, from)}/`;
    if (!existsSync(file)) return { is: 'missing', file };
    const files = readdirSync(file, { withFileTypes: true }).filter((one) => one.isFile());
    return { is: 'text', text: files.map(({ name }) => name).join('\n'), file };
  },
  cached: (path) => ({ is: 'missing', file: path }),
};

/** Evaluates a template on disk, with the deployment target of the snapshots. */
export function evaluatedTemplate(path: string, parameters: Members): EvaluatedDeployment {
  const reader = templateReader();
  const template = reader.read(path, readFileSync(path, 'utf8'));
  const given = Object.entries(parameters).map(([name, value]) => [name, { value }]);
  return evaluateDeployment(template, {
    parameters: readArmParameterFile('given.json', JSON.stringify({ parameters: Object.fromEntries(given) })),
    files: disk,
    parse: reader.read,
    deployment: template.scope === 'resourceGroup' ? oracle : { ...oracle, resourceGroup: undefined },
  });
}

/** Returns its resources as `resolve` prints them, with the keys of reasons. */
export function printedResources({ resources }: EvaluatedDeployment): readonly Members[] {
  return predictedResources(resources, ({ key }) => key) as readonly Members[];
}
