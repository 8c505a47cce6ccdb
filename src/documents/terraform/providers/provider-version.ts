import { attributeOf, type HclBlock, type HclExpression } from '../../hcl/hcl-syntax';

/** The lowest and the highest major version that a constraint allows. */
export interface MajorVersions {
  readonly low: number;
  readonly high: number;
  /** The highest minor version of `high`. */
  readonly minor: number;
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

/** Returns the major versions that all constraints allow: `>= 4.27.0, < 5.0`. */
function intersected(all: readonly MajorVersions[]): MajorVersions {
  const high = Math.min(...all.map((one) => one.high));
  const minors = all.flatMap((one) => (one.high === high ? [one.minor] : []));
  return { low: Math.max(...all.map(({ low }) => low)), high, minor: Math.min(...minors) };
}

interface ConstraintPart {
  readonly operator: string;
  readonly major: number;
  /** Missing parts of a version aren't zero: `~> 3` allows any minor version. */
  readonly minor: number | undefined;
  readonly patch: number | undefined;
}

/** Returns the versions that one part of a constraint allows: `~> 4.0` or `= 4.57.0`. */
function boundsOf(text: string): MajorVersions {
  const [, operator = '', major, minor, patch] =
    /^(~>|[<>]=?|=?)\s*v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text.trim()) ?? [];
  if (major === undefined) return { low: 0, high: Infinity, minor: Infinity };
  const numberOf = (digits: string | undefined) => (digits === undefined ? undefined : Number(digits));
  const part = { operator, major: Number(major), minor: numberOf(minor), patch: numberOf(patch) };
  return operator.startsWith('<') ? belowPart(part) : fromPart(part);
}

/** Returns the versions up to one, or before it. */
function belowPart({ operator, major, minor = 0, patch = 0 }: ConstraintPart): MajorVersions {
  const isExcluded = operator === '<' && patch === 0;
  return isExcluded && minor === 0
    ? { low: 0, high: major - 1, minor: Infinity }
    : { low: 0, high: major, minor: isExcluded ? minor - 1 : minor };
}

/** Returns one version, or those from it on. */
function fromPart({ operator, major, minor, patch }: ConstraintPart): MajorVersions {
  const isOpen = operator.startsWith('>') || (operator === '~>' && minor === undefined);
  const isAnyMinor = isOpen || minor === undefined || (operator === '~>' && patch === undefined);
  return { low: major, high: isOpen ? Infinity : major, minor: isAnyMinor ? Infinity : minor };
}
