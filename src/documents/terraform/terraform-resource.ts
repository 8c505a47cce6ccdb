import type { Known } from '../../core/known';
import type { SourceRange } from '../source/source-range';
import type { ObjectValue } from '../evaluate/value';
import type { OrderedBlock } from './block-order';

/** Arguments that a `lifecycle` block leaves to Azure after creation. */
export type IgnoredChanges = 'all' | readonly string[];

/**
 * One instance of a resource or data source, from HCL or from a plan: what the configuration states, before defaults of
 * the provider.
 */
export interface TerraformResource {
  /** Terraform's own address: `module.network["x"].azurerm_subnet.training[0]`. */
  readonly address: string;
  readonly mode: 'managed' | 'data';
  /** `azurerm_subnet`, `azapi_resource`. */
  readonly type: string;
  /** The label: `training`. */
  readonly name: string;
  /**
   * Arguments as written; a block is an array of objects, whether it occurs once or more, with dynamic blocks expanded.
   * A reference to what only Azure knows is an unknown whose symbol is the absolute address with the rest of the
   * traversal: `module.network.azurerm_subnet.training[0].id`.
   */
  readonly values: ObjectValue;
  /** Not known where `count` or `for_each` isn't; the address then ends with `[*]`. */
  readonly isDeployed: Known<boolean>;
  readonly ignoreChanges: IgnoredChanges;
  /** Of a plan or state: arguments that the configuration doesn't set, whose value Azure returned. */
  readonly computed?: ReadonlySet<string>;
  /** `azurerm.hub` of `provider = azurerm.hub`; null for the default configuration. */
  readonly provider: string | null;
  /** Names of the module calls on the way to it, the outermost first. */
  readonly modules: readonly string[];
  /** What it waits for; of a plan, that isn't known. */
  readonly block?: OrderedBlock;
  /** The block, in the file that holds it; of a plan, an empty range in the plan's file. */
  readonly place: SourceRange;
  /** Its label: what a message points at. */
  readonly namePlace: SourceRange;
}
