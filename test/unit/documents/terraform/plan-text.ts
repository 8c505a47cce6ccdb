/** A resource of a plan: its known arguments, its unknown arguments, and the references of the configuration. */
export interface PlannedResource {
  readonly address: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Arguments that are known only after apply, with their references. */
  readonly unknown?: Readonly<Record<string, readonly string[]>>;
  /** Arguments that are partly known only after apply, with their shapes in the plan. */
  readonly partly?: Readonly<
    Record<string, { readonly afterUnknown: unknown; readonly expression: unknown }>
  >;
  readonly forEach?: readonly string[];
  readonly sensitive?: Readonly<Record<string, true>>;
  readonly mode?: 'data';
}

interface PlanParts {
  readonly resources: readonly PlannedResource[];
  /** The rest of the plan, such as `prior_state`. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** Returns the output of `terraform show -json` for a plan whose resources are all in the root. */
export function planText({ resources, more = {} }: PlanParts): string {
  return JSON.stringify({
    format_version: '1.2',
    planned_values: { root_module: { resources: resources.map(plannedEntry) } },
    resource_changes: resources.map(changed),
    configuration: { root_module: { resources: resources.map(configured) } },
    ...more,
  });
}

function partsOf({ address, mode }: PlannedResource) {
  const [, type = '', name = '', index] = /^(?:data\.)?(\w+)\.(\w+)(?:\[(.+)\])?$/.exec(address) ?? [];
  const key: unknown = index === undefined ? undefined : JSON.parse(index);
  return { address, mode: mode ?? 'managed', type, name, ...(key === undefined ? {} : { index: key }) };
}

/** Returns a resource as it is in `planned_values`. */
function plannedEntry(one: PlannedResource) {
  return { ...partsOf(one), values: one.values, sensitive_values: one.sensitive ?? {} };
}

function changed(one: PlannedResource) {
  const unknown = Object.keys(one.unknown ?? {}).map((name) => [name, true]);
  const partly = Object.entries(one.partly ?? {}).map(([name, { afterUnknown }]) => [name, afterUnknown]);
  return {
    ...partsOf(one),
    change: {
      actions: ['create'],
      after_unknown: { id: true, ...Object.fromEntries([...unknown, ...partly]) },
    },
  };
}

function configured(one: PlannedResource) {
  const { mode, type, name } = partsOf(one);
  const known = Object.entries(one.values).map(([key, value]) => [key, { constant_value: value }]);
  const unknown = Object.entries(one.unknown ?? {}).map(([key, references]) => [key, { references }]);
  const partly = Object.entries(one.partly ?? {}).map(([key, { expression }]) => [key, expression]);
  return {
    address: `${type}.${name}`,
    mode,
    type,
    name,
    provider_config_key: 'azurerm',
    expressions: Object.fromEntries([...known, ...unknown, ...partly]),
    ...(one.forEach ? { for_each_expression: { references: one.forEach } } : {}),
  };
}
