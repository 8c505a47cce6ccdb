import { known } from '../../../core/known';
import { itemsOf, jsonMember, jsonMemberText, type JsonNode } from '../../arm/json-node';
import { readJson } from '../../arm/read-json';
import { objectValue } from '../../evaluate/make-value';
import type { ObjectValue } from '../../evaluate/value';
import type { SourceRange } from '../../source/source-range';
import type { SyntaxFault } from '../../template/template';
import type { TerraformResource } from '../terraform-resource';
import { deletedParts, withoutDeleted, type DeletedParts } from './deleted-parts';
import { callsOf, configuredResource, moduleAt, type PlanModule } from './plan-modules';
import { computedNames, planValues, type ValuesNode } from './plan-values';

/** The result of reading the JSON of a plan or a state. */
export interface TerraformPlan {
  readonly resources: readonly TerraformResource[];
  readonly errors: readonly SyntaxFault[];
}

/** Returns whether a text is the JSON of a plan or a state, as printed by `terraform show -json` and `tofu show -json`. */
export function isTerraformPlan(text: string): boolean {
  return (
    /^\uFEFF?\s*\{/.test(text) &&
    text.includes('"format_version"') &&
    (text.includes('"planned_values"') || (text.includes('"values"') && text.includes('"root_module"')))
  );
}

/** Supported versions of the format. Minor versions only add to it. */
const readable = /^[01]\./;

/** Reads a plan or a state. Never throws: parts that can't be read are listed in `errors`. */
export function readTerraformPlan(file: string, text: string): TerraformPlan {
  const { root, faults } = readJson(text);
  const errors = faults.map(({ key, start, end }) => faultAt(key, { file, start, end }));
  const version = jsonMember(root, 'format_version');
  if (version?.is === 'text' && readable.test(version.value)) {
    const reader = new PlanReader(file, root);
    const resources = reader.resources();
    return { resources, errors: [...errors, ...reader.errors, ...incompleteIn(file, root)] };
  }
  const place = { file, start: version?.start ?? 0, end: version?.end ?? 0 };
  const values = { version: version?.is === 'text' ? version.value : '' };
  return { resources: [], errors: [...errors, { ...faultAt('documents.terraform.format', place), values }] };
}

/** The key for a part of a plan that doesn't match the format. */
export const unreadEntry = 'documents.terraform.entry';

function faultAt(key: string, place: SourceRange): SyntaxFault {
  return { key, values: {}, place };
}

/** Returns the fault of a plan that failed, or that leaves out resources. */
function incompleteIn(file: string, root: JsonNode): readonly SyntaxFault[] {
  const [errored, complete] = [jsonMember(root, 'errored'), jsonMember(root, 'complete')];
  if (errored?.is === 'flag' && errored.value) {
    return [faultAt('documents.terraform.errored', { file, start: errored.start, end: errored.end })];
  }
  return complete?.is === 'flag' && !complete.value
    ? [faultAt('documents.terraform.incomplete', { file, start: complete.start, end: complete.end })]
    : [];
}

class PlanReader {
  /** Entries that aren't valid resources. */
  readonly errors: SyntaxFault[] = [];
  private readonly changes: ReadonlyMap<string, JsonNode>;
  private readonly deleted: DeletedParts;
  private readonly root: PlanModule;

  constructor(
    private readonly file: string,
    private readonly plan: JsonNode,
  ) {
    const changes = itemsOf(jsonMember(plan, 'resource_changes'));
    this.changes = new Map(
      changes.map((one): [string, JsonNode] => [jsonMemberText(one, 'address') ?? '', one]),
    );
    this.deleted = deletedParts(changes);
    const configuration = jsonMember(jsonMember(plan, 'configuration'), 'root_module');
    this.root = { address: '', configuration, parent: null, call: '', index: '' };
  }

  /** Returns the planned resources, and the data sources that were read for them. */
  resources(): readonly TerraformResource[] {
    const planned = jsonMember(this.plan, 'planned_values') ?? jsonMember(this.plan, 'values');
    const prior = jsonMember(jsonMember(this.plan, 'prior_state'), 'values');
    const module = jsonMember(planned, 'root_module');
    if (module?.is !== 'object') this.unreadable(planned ?? this.plan);
    const all = this.inModules(module);
    const addresses = new Set(all.map(({ address }) => address));
    const read = this.inModules(jsonMember(prior, 'root_module'));
    return [...all, ...read.filter(({ mode, address }) => mode === 'data' && !addresses.has(address))];
  }

  private inModules(root: JsonNode | undefined): readonly TerraformResource[] {
    const found: TerraformResource[] = [];
    const left = root ? [root] : [];
    for (let node = left.pop(); node; node = left.pop()) {
      const module = moduleAt(this.root, jsonMemberText(node, 'address') ?? '');
      for (const one of itemsOf(jsonMember(node, 'resources'))) found.push(...this.resourceOf(one, module));
      left.push(...itemsOf(jsonMember(node, 'child_modules')).toReversed());
    }
    return found;
  }

  private resourceOf(node: JsonNode, module: PlanModule): readonly TerraformResource[] {
    const address = jsonMember(node, 'address');
    const type = jsonMemberText(node, 'type');
    const name = jsonMemberText(node, 'name');
    if (address?.is !== 'text' || type === undefined || name === undefined) {
      this.unreadable(node);
      return [];
    }
    const mode = jsonMemberText(node, 'mode') === 'data' ? 'data' : 'managed';
    const configured = configuredResource(module, { type, name, mode });
    const nodes = this.valuesOf(node, address.value, configured);
    const place = {
      module,
      index: indexOf(jsonMember(node, 'index')),
      forEach: jsonMember(configured, 'for_each_expression'),
    };
    const values = planValues(nodes, { file: this.file, address: address.value, place });
    const computed = computedNames(nodes);
    return [
      {
        address: address.value,
        mode,
        type,
        name,
        values: mode === 'data' ? values : this.asPlanned(type, values, computed),
        isDeployed: known(true),
        ignoreChanges: [],
        computed,
        provider: providerOf(jsonMemberText(configured, 'provider_config_key')),
        modules: callsOf(module),
        place: { file: this.file, start: node.start, end: node.end },
        namePlace: { file: this.file, start: address.start, end: address.end },
      },
    ];
  }

  private unreadable({ start, end }: JsonNode): void {
    this.errors.push(faultAt(unreadEntry, { file: this.file, start, end }));
  }

  private valuesOf(node: JsonNode, address: string, configured: JsonNode | undefined): ValuesNode {
    const change = jsonMember(this.changes.get(address), 'change');
    return {
      values: jsonMember(node, 'values'),
      unknown: jsonMember(change, 'after_unknown'),
      sensitive: [jsonMember(node, 'sensitive_values'), jsonMember(change, 'after_sensitive')],
      expressions: configured ? (jsonMember(configured, 'expressions') ?? noExpressions) : undefined,
    };
  }

  /** Removes the parts that the plan deletes from what Azure returned for a resource. */
  private asPlanned(type: string, values: ObjectValue, computed: ReadonlySet<string>): ObjectValue {
    const members = new Map(withoutDeleted(this.deleted, type, { values, computed }));
    return { ...objectValue(members, values.from), rest: values.rest };
  }
}

const noExpressions: JsonNode = { is: 'object', members: [], start: 0, end: 0 };

function indexOf(node: JsonNode | undefined): string {
  if (node?.is === 'text') return `[${JSON.stringify(node.value)}]`;
  return node?.is === 'number' ? `[${String(node.value)}]` : '';
}

/**
 * Returns the provider configuration of an alias (`azurerm.hub`) or of a nested module, which counts as another
 * configuration. Null for the default configuration.
 */
function providerOf(key: string | undefined): string | null {
  return key === undefined || /^[\w-]+$/.test(key) ? null : key;
}
