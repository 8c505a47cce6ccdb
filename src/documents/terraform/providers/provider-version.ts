import { attributeOf, type HclBlock, type HclExpression } from '../../hcl/hcl-syntax';

/** The lowest and the highest major version that a constraint allows. */
export interface MajorVersions {
  readonly low: number;
  readonly high: number;
}

/**
 * Returns the major versions of azurerm that blocks of a configuration allow. Null if they don't specify any. Source:
 * `required_providers` in the documentation of Terraform, 2026-11.
 */
export function azurermVersions(blocks: Iterable<HclBlock>): MajorVersions | null {
  const all = [...blocks].flatMap(({ type, body }) =>
    type === 'terraform' ? body.blocks.flatMap(statedIn) : [],
  );
  return all.length === 0 ? null : intersected(all);
}

/** Returns the only major version that blocks of a configuration allow. Null for several, or none. */
export function onlyAzurermMajor(blocks: Iterable<HclBlock>): number | null {
  const versions = azurermVersions(blocks);
  return versions && versions.low === versions.high ? versions.low : null;
}

function statedIn({ type, body }: HclBlock): readonly MajorVersions[] {
  const stated = type === 'required_providers' ? attributeOf(body, 'azurerm')?.value : undefined;
  const version = stated?.is === 'object' ? versionOf(stated) : stated;
  return version?.is === 'literal' ? [intersected(String(version.value).split(',').map(boundsOf))] : [];
}

function versionOf({ items }: Extract<HclExpression, { readonly is: 'object' }>): HclExpression | undefined {
  return items.find(({ key }) => key.is === 'literal' && key.value === 'version')?.value;
}

/** Returns what all parts allow: `>= 4.27.0, < 5.0`. */
function intersected(all: readonly MajorVersions[]): MajorVersions {
  return { low: Math.max(...all.map(({ low }) => low)), high: Math.min(...all.map(({ high }) => high)) };
}

/** Returns the major versions that one part of a constraint allows: `~> 4.0` or `= 4.57.0`. */
function boundsOf(part: string): MajorVersions {
  const [, operator = '', text, minor = 'none'] =
    /^(~>|[<>]=?|=?)\s*v?(\d+)(?:\.(\d+))?/.exec(part.trim()) ?? [];
  if (text === undefined) return { low: 0, high: Infinity };
  const major = Number(text);
  const isBelow = operator === '<' && /^(?:0|none)$/.test(minor);
  if (operator.startsWith('<')) return { low: 0, high: isBelow ? major - 1 : major };
  const isOpen = operator.startsWith('>') || `${operator}${minor}` === '~>none';
  return { low: major, high: isOpen ? Infinity : major };
}
