import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { BicepCompiler } from './bicep';
import { oracle } from './deployments';
import { renamedSuffix } from './transformations/rename-symbols';

export type SnapshotJson =
  string | number | boolean | null | readonly SnapshotJson[] | { readonly [name: string]: SnapshotJson };
export type Members = Readonly<Record<string, SnapshotJson>>;

/** The output of Azure's own deployment code for a template, and the values of its parameters. */
export interface Snapshot {
  readonly parameters: Members;
  readonly resources: readonly Members[];
}

export function isMembers(value: SnapshotJson | undefined): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Generates values for the parameters of a compiled template that have no default. */
function madeUpParameters(template: Members): Members {
  const { parameters, definitions } = template;
  if (!isMembers(parameters)) return {};
  const types = isMembers(definitions) ? definitions : {};
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, declared]) => {
      const isGiven = isMembers(declared) && !('defaultValue' in declared) && declared['nullable'] !== true;
      return isGiven ? [[name, madeUp(plainName(name), declared, types)]] : [];
    }),
  );
}

/** A renamed parameter gets the same value. */
function plainName(name: string): string {
  return name.endsWith(renamedSuffix) ? name.slice(0, -renamedSuffix.length) : name;
}

function madeUp(name: string, declared: Members, types: Members): SnapshotJson {
  const { $ref, allowedValues } = declared;
  if (typeof $ref === 'string') {
    const type = types[$ref.replace('#/definitions/', '')];
    return isMembers(type) ? madeUp(name, type, types) : {};
  }
  const isList = String(declared['type']).toLowerCase() === 'array';
  if (Array.isArray(allowedValues) && !isList) return allowedValues[0] as SnapshotJson;
  return byType(name, declared, types);
}

function byType(name: string, declared: Members, types: Members): SnapshotJson {
  switch (String(declared['type']).toLowerCase()) {
    case 'int':
      return declared['minValue'] ?? 1;
    case 'bool':
      return true;
    case 'array':
      return Array.from({ length: Number(declared['minLength'] ?? 0) }, (_, index) => `${name}${index}`);
    case 'object':
    case 'secureobject':
      return madeUpObject(declared, types);
    default:
      return madeUpText(name, declared);
  }
}

function madeUpObject({ properties }: Members, types: Members): SnapshotJson {
  if (!isMembers(properties)) return {};
  const required = Object.entries(properties).filter(([, one]) => isMembers(one) && one['nullable'] !== true);
  return Object.fromEntries(required.map(([name, one]) => [name, madeUp(name, one as Members, types)]));
}

const texts: readonly (readonly [RegExp, string])[] = [
  [/artifactsLocation$/i, 'https://example.com/templates/'],
  [/(address|subnet|network|vnet).*(prefix|cidr|range)|cidr/i, '10.7.0.0/16'],
  [/ip$|ipaddress/i, '10.7.0.4'],
  [/id$/i, '/subscriptions/1/resourceGroups/given/providers/Microsoft.Network/virtualNetworks/given'],
  [/location|region/i, 'westeurope'],
];

function madeUpText(name: string, { minLength, maxLength }: Members): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const text = texts.find(([pattern]) => pattern.test(name))?.[1] ?? plain;
  return text.padEnd(Number(minLength ?? 0), 'x').slice(0, Number(maxLength ?? text.length));
}

/** Writes a value as Bicep. */
function written(value: SnapshotJson): string {
  if (typeof value === 'string') {
    const escaped = value.replace(/[\\']/g, '\\$&').replaceAll('${', '\\${').replaceAll('\n', '\\n');
    return `'${escaped}'`;
  }
  if (Array.isArray(value)) return `[\n${value.map((one) => `${written(one as SnapshotJson)}\n`).join('')}]`;
  if (!isMembers(value)) return String(value);
  const members = Object.entries(value).map(([name, one]) => `${written(name)}: ${written(one)}\n`);
  return `{\n${members.join('')}}`;
}

/** Takes the snapshot of a Bicep file or ARM template at `path`; undefined if Azure's code refuses it. */
export async function takeSnapshot(
  bicep: BicepCompiler,
  path: string,
  template: Members,
): Promise<Snapshot | undefined> {
  const parameters = madeUpParameters(template);
  const given = Object.entries(parameters).map(([name, value]) => `param ${name} = ${written(value)}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'snapshot-'));
  const file = join(folder, 'main.bicepparam');
  try {
    writeFileSync(file, `using '${relative(folder, path)}'\n${given.join('')}`);
    const resources = await snapshotOfParameters(bicep, file, template);
    return resources && { parameters, resources };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Returns the resources that a parameter file deploys from a template; undefined if Azure's code refuses it. */
export async function snapshotOfParameters(
  bicep: BicepCompiler,
  file: string,
  template: Members,
): Promise<readonly Members[] | undefined> {
  const { tenantId, subscriptionId, resourceGroup, location, deploymentName } = oracle;
  const isInGroup = /\/deploymentTemplate\.json/i.test(String(template['$schema']));
  const where = { tenantId, subscriptionId, location, deploymentName };
  try {
    const answer = await bicep.snapshot(file, { ...where, resourceGroup: isInGroup ? resourceGroup : null });
    const { predictedResources } = JSON.parse(answer) as { predictedResources: readonly Members[] };
    return predictedResources;
  } catch {
    return undefined;
  }
}

/** True for a value that the snapshot leaves to be evaluated at deployment. */
export function isOpen(value: SnapshotJson | undefined): boolean {
  return typeof value === 'string' && /^\[(?!\[).*\]$/s.test(value);
}

/**
 * Returns the differences between our evaluation of a template and its snapshot. Values that the snapshot leaves open
 * may be known to us, or not.
 */
export function snapshotDifferences(
  snapshot: readonly Members[],
  ours: readonly Members[],
  isAsked: (type: string) => boolean = () => true,
): readonly string[] {
  const part = (one: Members, name: string): SnapshotJson | undefined => one[name];
  const asked = (all: readonly Members[]) => all.filter((one) => isAsked(String(part(one, 'type'))));
  const nameOf = (one: Members): string => `${String(part(one, 'type'))} ${JSON.stringify(part(one, 'id'))}`;
  const isSame = (one: Members, other: Members): boolean =>
    part(one, 'type') === part(other, 'type') &&
    (isOpen(part(one, 'id')) || part(one, 'id') === part(other, 'id'));
  const left = [...asked(ours)];
  // Declarations of extensions don't belong to Azure and have no ID.
  const found = asked(snapshot)
    .filter((one) => 'id' in one)
    .flatMap((one) => {
      const at = left.findIndex((other) => isSame(one, other));
      const [other] = at < 0 ? [] : left.splice(at, 1);
      return other === undefined ? [`${nameOf(one)} is missing`] : unlike(one, other, nameOf(one));
    });
  return [...found, ...left.map((one) => `${nameOf(one)} is too much`)];
}

function unlike(
  one: SnapshotJson | undefined,
  other: SnapshotJson | undefined,
  path: string,
): readonly string[] {
  if (isOpen(one)) return [];
  if (isMembers(one) && isMembers(other)) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    // Values that only Azure knows are listed with the known ones, and the snapshot leaves them open too.
    if (Object.values(one).some(isOpen)) names.delete('$unknown');
    return [...names].flatMap((name) => unlike(one[name], other[name], `${path}/${name}`));
  }
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length) {
    return one.flatMap((item, index) =>
      unlike(item as SnapshotJson, other[index] as SnapshotJson, `${path}/${index}`),
    );
  }
  return one === other ? [] : [`${path}: ${JSON.stringify(one)} is ${JSON.stringify(other)}`];
}
