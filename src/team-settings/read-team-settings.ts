import * as v from 'valibot';
import { causeKinds } from '../core/cause';
import type { NodeKind } from '../core/compute-kinds';
import type { Cloud } from '../core/network/model';
import type { Profile, ServiceRegions } from '../core/plan';
import { reason, type Reason } from '../core/reason';
import { spellingDistance } from '../core/spelling-distance';
import { statedRegionsOf } from '../core/stated-regions';
import type { JsonMember, JsonNode } from '../documents/arm/json-node';
import { readJson } from '../documents/arm/read-json';
import { hasPage } from '../file-checks/has-page';
import { positionsIn } from '../file-checks/diagnostic-range';
import type { SeverityOverrides } from '../file-checks/with-severities';
import {
  settingSchemas,
  type IgnoreEntry,
  type TeamSettingName,
  type TeamDeployment,
} from './settings-schema';
import { readYamlTree } from './yaml-tree';

/** Entries that ignore problems, with their location in the file. */
interface PlacedIgnore extends IgnoreEntry {
  readonly start: number;
  readonly end: number;
}

/** The settings of a team's settings file. Settings that it doesn't contain are undefined or empty. */
export interface TeamSettings {
  readonly compute?: NodeKind;
  readonly publicIp?: boolean;
  readonly workspace?: 'public' | 'private';
  /** ARM location, in lower case. */
  readonly region?: string;
  readonly serviceRegions?: ServiceRegions;
  readonly cloud?: Cloud;
  readonly profile?: Profile;
  /** Subnets for Azure ML: names, NETWORK/NAME, or IDs. */
  readonly subnets: readonly string[];
  readonly allSubnets?: boolean;
  /** Parameter files by template. Paths are relative to the settings file's folder, like all of its paths. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly deployments: readonly TeamDeployment[];
  readonly severity: SeverityOverrides;
  readonly ignore: readonly PlacedIgnore[];
  /** Patterns of files that aren't checked. */
  readonly exclude: readonly string[];
}

/** A mistake in a settings file, with its location. The rest of the file still applies. */
export interface SettingsFault {
  readonly because: Reason;
  readonly start: number;
  readonly end: number;
}

/** The result of reading a settings file. */
export interface ReadTeamSettings {
  readonly settings: TeamSettings;
  readonly faults: readonly SettingsFault[];
}

const empty: TeamSettings = {
  subnets: [],
  parameters: {},
  deployments: [],
  severity: {},
  ignore: [],
  exclude: [],
};

/** Maximum length of a settings file, in characters. */
const longest = 1_000_000;

/** Maximum number of faults that are shown. */
const mostFaults = 100;

/** Reads the text of a settings file. Never throws: mistakes are reported with their location, and the rest still applies. */
export function readTeamSettings(file: string, text: string): ReadTeamSettings {
  if (text.length > longest) {
    return { settings: empty, faults: [{ because: reason('team.fault.tooLong'), start: 0, end: 0 }] };
  }
  const { root, faults } = settingsTree(file, text);
  if (!root) return { settings: empty, faults };
  if (root.is !== 'object') {
    const { start, end } = root;
    return { settings: empty, faults: [...faults, { because: reason('team.fault.mapping'), start, end }] };
  }
  const read = settingsIn(root.members);
  return { ...read, faults: [...faults, ...read.faults].slice(0, mostFaults) };
}

/** Returns the values of a settings file with their locations; null if it's empty. */
export function settingsTree(
  file: string,
  text: string,
): { readonly root: JsonNode | null; readonly faults: readonly SettingsFault[] } {
  return /\.json$/i.test(file) ? jsonTree(text) : yamlTree(text);
}

function jsonTree(text: string): ReturnType<typeof settingsTree> {
  const { root, faults } = readJson(text);
  return {
    root: root.is === 'broken' ? null : root,
    faults: faults.map(({ start, end }) => ({ because: reason('team.fault.json'), start, end })),
  };
}

function yamlTree(text: string): ReturnType<typeof settingsTree> {
  const read = readYamlTree(text);
  if (!read.fault) return { root: read.root, faults: [] };
  const { what, at } = read.fault;
  const because = what === null ? reason('team.fault.yamlParts') : reason('team.fault.yaml', { what });
  return { root: null, faults: [{ because, start: at, end: Math.min(at + 1, text.length) }] };
}

function settingsIn(members: readonly JsonMember[]): ReadTeamSettings {
  const faults: SettingsFault[] = [];
  const values: Partial<Record<TeamSettingName, unknown>> = {};
  const seen = new Set<string>();
  for (const { key, keyStart: start, keyEnd: end, value } of members) {
    if (seen.has(key)) faults.push({ because: reason('team.fault.twice', { name: key }), start, end });
    seen.add(key);
    // Editors use it to find the schema.
    if (key === '$schema') continue;
    if (!isSetting(key)) faults.push({ because: unknownKey(key, settingNames), start, end });
    // A setting without a value, such as one being typed, is ignored.
    else if (value.is !== 'null') values[key] = settingIn(key, value, faults);
  }
  return { settings: settingsOf(values, members, faults), faults };
}

export const settingNames = Object.keys(settingSchemas) as readonly TeamSettingName[];

function isSetting(name: string): name is TeamSettingName {
  return Object.hasOwn(settingSchemas, name);
}

/** Returns the value of a setting. For lists and mappings, returns the valid parts. Undefined if nothing is valid. */
function settingIn(name: TeamSettingName, node: JsonNode, faults: SettingsFault[]): unknown {
  const schema = settingSchemas[name];
  if (node.is === 'array' && schema.type === 'array') {
    return node.items.flatMap((item) => {
      const read = partIn(schema.item, item, faults);
      return read === undefined ? [] : [withPlace(read, item)];
    });
  }
  if (node.is === 'object' && schema.type === 'record') {
    reportTwice(node.members, faults);
    return Object.fromEntries(
      node.members.flatMap((member) => {
        const { key, keyStart: start, keyEnd: end } = member;
        const because = key === '__proto__' ? undefined : reasonOfKey(schema.key, key);
        if (because) faults.push({ because, start, end });
        const value = partIn(schema.value, member.value, faults);
        return because || value === undefined ? [] : [[key, value] as const];
      }),
    );
  }
  return partIn(schema, node, faults);
}

function withPlace(value: unknown, { start, end }: JsonNode): unknown {
  return typeof value === 'object' && value !== null ? { ...value, start, end } : value;
}

function reasonOfKey(schema: v.GenericSchema, key: string): Reason | undefined {
  const read = v.safeParse(schema, key);
  return read.success ? undefined : reason(read.issues[0].message);
}

/** Decodes a part of the settings by its schema. If it's invalid, reports it and returns undefined. */
function partIn(schema: v.GenericSchema, node: JsonNode, faults: SettingsFault[]): unknown {
  const before = faults.length;
  reportDeepTwice(node, faults);
  const read = v.safeParse(schema, plainOf(node));
  if (!read.success) faults.push(...read.issues.map((issue) => faultOf(issue, schema, node)));
  return read.success && faults.length === before ? read.output : undefined;
}

function reportDeepTwice(node: JsonNode, faults: SettingsFault[]): void {
  if (node.is === 'array') for (const item of node.items) reportDeepTwice(item, faults);
  if (node.is !== 'object') return;
  reportTwice(node.members, faults);
  for (const { value } of node.members) reportDeepTwice(value, faults);
}

function reportTwice(members: readonly JsonMember[], faults: SettingsFault[]): void {
  const seen = new Set<string>();
  for (const { key, keyStart: start, keyEnd: end } of members) {
    if (seen.has(key)) faults.push({ because: reason('team.fault.twice', { name: key }), start, end });
    seen.add(key);
  }
}

function plainOf(node: JsonNode): unknown {
  switch (node.is) {
    case 'object':
      // Keep null, so that the schema reports it. Without this condition, the rule would apply more broadly than
      // written.
      return Object.fromEntries(node.members.map(({ key, value }) => [key, plainOf(value)] as const));
    case 'array':
      return node.items.map(plainOf);
    case 'null':
      return null;
    case 'broken':
      return undefined;
    default:
      return node.value;
  }
}

function faultOf(issue: v.GenericIssue, schema: v.GenericSchema, root: JsonNode): SettingsFault {
  const path = (issue.path ?? []).map(({ key }: { readonly key: unknown }) => key);
  const isUnknownKey = issue.type === 'strict_object' && issue.expected === 'never';
  const isMissing = issue.type === 'strict_object' && issue.received === 'undefined';
  const last = String(path.at(-1) ?? '');
  const parentPath = path.slice(0, -1);
  if (isMissing) {
    return { because: reason('team.fault.missing', { name: last }), ...headOf(root, parentPath) };
  }
  if (isUnknownKey) {
    const names = Object.keys(entriesAt(schema, parentPath));
    return { because: unknownKey(last, names), ...keyPlace(root, path) };
  }
  const { start, end } = nodeAt(root, path);
  if (issue.kind === 'validation') return { because: reason(issue.message), start, end };
  return { because: wrongType(issue), start, end };
}

/** Returns the members that an object at a path of the settings can have; empty if it isn't an object. */
export function entriesAt(
  schema: v.GenericSchema,
  path: readonly unknown[],
): Readonly<Record<string, v.GenericSchema>> {
  const at = unwrapped(schema);
  const [key, ...rest] = path;
  if (path.length === 0) return at.entries ?? {};
  const next = at.item ?? at.value ?? at.entries?.[String(key)];
  return next ? entriesAt(next, rest) : {};
}

/** The parts of a Valibot schema that lead to nested schemas. */
interface SchemaParts {
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly item?: v.GenericSchema;
  readonly value?: v.GenericSchema;
  readonly wrapped?: v.GenericSchema;
}

function unwrapped(schema: v.GenericSchema): SchemaParts {
  const parts = schema as v.GenericSchema & SchemaParts;
  return parts.wrapped ? unwrapped(parts.wrapped) : parts;
}

function wrongType({ type, expected, received }: v.GenericIssue): Reason {
  if (type === 'picklist' || type === 'union') {
    const words = (expected ?? '').match(/"[^"]*"|boolean/g) ?? [];
    const all = words.flatMap((one) => (one === 'boolean' ? ['true', 'false'] : [one.slice(1, -1)]));
    const value = received.replace(/^"|"$/g, '');
    return reason('team.fault.word', { value, words: all });
  }
  switch (type) {
    case 'array':
      return reason('team.fault.list');
    case 'strict_object':
    case 'record':
      return reason('team.fault.mapping');
    default:
      return reason('team.fault.text');
  }
}

function unknownKey(name: string, names: readonly string[]): Reason {
  const similar = names.find(
    (one) => spellingDistance(one.toLowerCase(), name.toLowerCase(), 2) !== undefined,
  );
  return similar === undefined
    ? reason('team.fault.unknown', { name })
    : reason('team.fault.similar', { name, similar });
}

function nodeAt(root: JsonNode, path: readonly unknown[]): JsonNode {
  let node = root;
  for (const key of path) {
    const next =
      node.is === 'array'
        ? node.items[Number(key)]
        : node.is === 'object'
          ? node.members.findLast((one) => one.key === key)?.value
          : undefined;
    if (!next) return node;
    node = next;
  }
  return node;
}

function keyPlace(root: JsonNode, path: readonly unknown[]): Pick<SettingsFault, 'start' | 'end'> {
  const parentPath = nodeAt(root, path.slice(0, -1));
  const member =
    parentPath.is === 'object' ? parentPath.members.findLast(({ key }) => key === path.at(-1)) : undefined;
  return member ? { start: member.keyStart, end: member.keyEnd } : parentPath;
}

/** Returns the first key of an object, because underlining all of it would cover many lines. */
function headOf(root: JsonNode, path: readonly unknown[]): Pick<SettingsFault, 'start' | 'end'> {
  const { start, end, ...node } = nodeAt(root, path);
  const [first] = node.is === 'object' ? node.members : [];
  return first ? { start: first.keyStart, end: first.keyEnd } : { start, end };
}

function settingsOf(
  values: Partial<Record<TeamSettingName, unknown>>,
  members: readonly JsonMember[],
  faults: SettingsFault[],
): TeamSettings {
  const read = values as Partial<Omit<TeamSettings, 'publicIp' | 'allSubnets' | 'region'>> & {
    readonly publicIp?: boolean | 'yes' | 'no';
    readonly allSubnets?: boolean | 'yes' | 'no';
    readonly region?: string;
  };
  reportUnknownIds(members, faults);
  const { publicIp, allSubnets, region, ...rest } = { ...read, serviceRegions: undefined };
  const regions = statedRegionsOf(values.serviceRegions);
  return {
    ...empty,
    ...Object.fromEntries(
      Object.entries(rest).filter((member: readonly [string, unknown]) => member[1] !== undefined),
    ),
    ...(publicIp === undefined ? {} : { publicIp: isOn(publicIp) }),
    ...(allSubnets === undefined ? {} : { allSubnets: isOn(allSubnets) }),
    ...(region === undefined ? {} : { region: region.toLowerCase().replaceAll(' ', '') }),
    ...(regions === undefined ? {} : { serviceRegions: regions }),
  };
}

function isOn(value: boolean | 'yes' | 'no'): boolean {
  return value === true || value === 'yes';
}

/** Reports IDs that no check and no cause has. They suppress nothing, so they're misspelled. */
function reportUnknownIds(members: readonly JsonMember[], faults: SettingsFault[]): void {
  const of = (name: TeamSettingName): JsonNode | undefined =>
    members.findLast(({ key }) => key === name)?.value;
  const [severity, ignore] = [of('severity'), of('ignore')];
  const named =
    severity?.is === 'object'
      ? severity.members.map(({ key, keyStart, keyEnd }) => ({ id: key, start: keyStart, end: keyEnd }))
      : [];
  const ignored = (ignore?.is === 'array' ? ignore.items : []).flatMap((item) => {
    const node = item.is === 'object' ? item.members.findLast(({ key }) => key === 'id')?.value : undefined;
    return node?.is === 'text' ? [{ id: node.value, start: node.start, end: node.end }] : [];
  });
  for (const { id, start, end } of [...named, ...ignored]) {
    if (!isReportedId(id)) faults.push({ because: reason('team.fault.noSuchId', { id }), start, end });
  }
}

/** Returns whether an ID can occur in a report: of a check, a finding, or a kind of cause. */
function isReportedId(id: string): boolean {
  return hasPage(id) || causeKinds.some((kind) => kind === id);
}

/** Returns the start of a fault: line and column, counted from 1. */
export function faultPosition(
  text: string,
  { start }: SettingsFault,
): { readonly line: number; readonly column: number } {
  const { line, column } = positionsIn(text)(start);
  return { line: line + 1, column: column + 1 };
}
