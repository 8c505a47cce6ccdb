import { attributeOf } from '../../../documents/hcl/hcl-syntax';
import type { TerraformAnalysis } from '../../terraform-root';
import { blocksOfModule } from './module-names';

/**
 * Returns the major version that all versions of azurerm allowed by a module have. Null if the module allows several,
 * or doesn't specify any. Sources: `required_providers` in the documentation of Terraform, 2026-11.
 */
export function providerMajor(file: string, terraform: Pick<TerraformAnalysis, 'syntax'>): number | null {
  for (const { type, body } of blocksOfModule(file, terraform)) {
    if (type !== 'terraform') continue;
    for (const block of body.blocks) {
      const stated = block.type === 'required_providers' && attributeOf(block.body, 'azurerm')?.value;
      if (!stated) continue;
      const version = stated.is === 'object' ? versionOf(stated.items) : stated;
      return version?.is === 'literal' ? majorOf(String(version.value)) : null;
    }
  }
  return null;
}

type Items = Extract<
  NonNullable<ReturnType<typeof attributeOf>>['value'],
  { readonly is: 'object' }
>['items'];

function versionOf(items: Items) {
  return items.find(({ key }) => key.is === 'literal' && key.value === 'version')?.value;
}

/** Parses `~> 4.0`, `= 4.57.0`, or `>= 4.27.0, < 5.0`. */
function majorOf(constraint: string): number | null {
  const bounds = constraint.split(',').map(boundsOf);
  const low = Math.max(...bounds.map((one) => one.low));
  const high = Math.min(...bounds.map((one) => one.high));
  return low === high ? low : null;
}

/** Returns the major versions that one part of a constraint allows. */
function boundsOf(part: string): { readonly low: number; readonly high: number } {
  const [, operator = '', text, minor = 'none'] =
    /^(~>|[<>]=?|=?)\s*v?(\d+)(?:\.(\d+))?/.exec(part.trim()) ?? [];
  if (text === undefined) return { low: 0, high: Infinity };
  const major = Number(text);
  const isBelow = operator === '<' && /^(?:0|none)$/.test(minor);
  if (operator.startsWith('<')) return { low: 0, high: isBelow ? major - 1 : major };
  const isOpen = operator.startsWith('>') || `${operator}${minor}` === '~>none';
  return { low: major, high: isOpen ? Infinity : major };
}
