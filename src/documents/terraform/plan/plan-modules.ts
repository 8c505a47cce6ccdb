import { itemsOf, jsonMember, jsonMemberText, membersOf, type JsonNode } from '../../arm/json-node';

/** A module of a plan: its configuration, and the call that it comes from. */
export interface PlanModule {
  /** `module.network["a"]`, or empty for the root. */
  readonly address: string;
  /** `expressions`, `resources`, `module_calls`, and `outputs` as written. */
  readonly configuration: JsonNode | undefined;
  readonly parent: PlanModule | null;
  /** Name of the call in the parent. */
  readonly call: string;
  /** The index of the call, such as `["a"]`. */
  readonly index: string;
}

/** Returns the call of a module in its parent's configuration. */
export function callOf({ parent, call }: PlanModule): JsonNode | undefined {
  return jsonMember(jsonMember(parent?.configuration, 'module_calls'), call);
}

/** Returns the module that a call refers to. */
export function calledModule(parent: PlanModule, call: string, index: string): PlanModule {
  const configuration = jsonMember(
    jsonMember(jsonMember(parent.configuration, 'module_calls'), call),
    'module',
  );
  const prefix = parent.address === '' ? '' : `${parent.address}.`;
  return { address: `${prefix}module.${call}${index}`, configuration, parent, call, index };
}

const step = /(?:^|\.)module\.([\w-]+)(\["(?:[^"\\]|\\.)*"\]|\[\d+\])?/y;

/** Returns the module at an address. */
export function moduleAt(root: PlanModule, address: string): PlanModule {
  let at = root;
  step.lastIndex = 0;
  while (step.lastIndex < address.length) {
    const found = step.exec(address);
    if (!found) return at;
    at = calledModule(at, found[1] ?? '', found[2] ?? '');
  }
  return at;
}

/** Returns the names of the calls that lead to a module, outermost first. */
export function callsOf(module: PlanModule): readonly string[] {
  return module.parent === null ? [] : [...callsOf(module.parent), module.call];
}

/** Finds a resource in the configuration of a module. */
export function configuredResource(
  module: PlanModule,
  { type, name, mode }: { readonly type: string; readonly name: string; readonly mode: string },
): JsonNode | undefined {
  return resourcesOf(module).get(`${mode} ${type}.${name}`);
}

const found = new WeakMap<JsonNode, ReadonlyMap<string, JsonNode>>();

/** Indexes the resources of a module by mode, type, and name. */
function resourcesOf({ configuration }: PlanModule): ReadonlyMap<string, JsonNode> {
  if (!configuration) return new Map();
  const before = found.get(configuration);
  if (before) return before;
  const all = itemsOf(jsonMember(configuration, 'resources')).map((one): [string, JsonNode] => [
    `${jsonMemberText(one, 'mode') ?? ''} ${jsonMemberText(one, 'type') ?? ''}.${jsonMemberText(one, 'name') ?? ''}`,
    one,
  ]);
  const resources = new Map(all);
  found.set(configuration, resources);
  return resources;
}

/** Returns the expression of an output of a module. */
export function outputExpression({ configuration }: PlanModule, name: string): JsonNode | undefined {
  return jsonMember(jsonMember(jsonMember(configuration, 'outputs'), name), 'expression');
}

/** Returns the names of the outputs of a module. */
export function outputNames({ configuration }: PlanModule): readonly string[] {
  return membersOf(jsonMember(configuration, 'outputs')).map(({ key }) => key);
}
