import { resolvePath } from '../../src/documents/source/resolve-path';
import type { SourceFiles } from '../../src/documents/source/source-files';
import {
  readTerraformFolder,
  type TerraformFolder,
  type TerraformOptions,
} from '../../src/documents/terraform/read-terraform-folder';
import { terraformConfiguration, type TerraformDeployment } from '../../src/file-checks/terraform-root';
import { printed, type Printed } from '../../src/cli/resolve/predicted-resources';

/** Files by name, as the port for reading a folder. */
function filesInMemory(files: Readonly<Record<string, string>>): SourceFiles {
  return {
    read(path, from) {
      const file = resolvePath(path, from);
      if (file.startsWith('..') || file.startsWith('/')) return { is: 'outside', file };
      const text = files[file];
      return text === undefined ? { is: 'missing', file } : { is: 'text', text, file };
    },
    list(path, from) {
      const folder = resolvePath(path, from);
      const start = folder === '' ? '' : `${folder}/`;
      const below = Object.keys(files).filter((name) => name.startsWith(start));
      const names = below.map((name) => name.slice(start.length)).filter((name) => !name.includes('/'));
      const file = `${folder}/`;
      return below.length > 0 ? { is: 'text', text: names.join('\n'), file } : { is: 'missing', file };
    },
    cached: (path) => ({ is: 'outside', file: path }),
  };
}

/** Reads a folder from texts. A single text is its `main.tf`. */
export function terraformFolder(
  files: string | Readonly<Record<string, string>>,
  options?: TerraformOptions,
): TerraformFolder {
  const all = typeof files === 'string' ? { 'main.tf': files } : files;
  return readTerraformFolder('', filesInMemory(all), options);
}

/** Returns one Terraform file as a deployment of its resources. */
export function terraformDeployment(text: string): TerraformDeployment {
  return terraformConfiguration('main.tf', filesInMemory({ 'main.tf': text }), {});
}

/** Returns values as `resolve` prints them, with the symbol of unknown values instead of the text. */
export function shownValues({ resources }: TerraformFolder): Readonly<Record<string, Printed>> {
  return Object.fromEntries(
    resources.map(({ address, values }) => [address, printed(values, ({ key }) => key)]),
  );
}

/** Evaluates an expression, as the attribute `v` of a resource. */
export function evaluatedHcl(expression: string, more = ''): Printed {
  const folder = terraformFolder(`${more}\nresource "t" "r" {\n  v = ${expression}\n}\n`);
  const [fault] = folder.faults;
  if (fault) return { $fault: fault.key };
  const found = folder.resources.find(({ address }) => address === 't.r')?.values.members.get('v');
  return found ? printed(found, ({ key }) => key) : { $fault: 'none' };
}
