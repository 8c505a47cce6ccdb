import type { Known } from '../../core/known';
import type { SourceRange } from '../source/source-range';
import type { ObjectValue } from '../evaluate/value';
import type { OrderedBlock } from './block-order';

/** Arguments that a `lifecycle` block leaves to Azure after creation. */
export type IgnoredChanges = 'all' | readonly string[];

/**
 * One instance of a resource or data source, from HCL or from a plan, with the configuration's values and without
 * defaults of the provider.
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
   * Arguments as written. A block is an array of objects, even if it occurs only once, with dynamic blocks expanded. A
   * reference to a value that only Azure knows is an unknown whose symbol is the absolute address with the rest of the
   * traversal: `module.network.azurerm_subnet.training[0].id`.
   */
  readonly values: ObjectValue;
  /** Not known if `count` or `for_each` isn't. The address then ends with `[*]`. */
  readonly isDeployed: Known<boolean>;
  readonly ignoreChanges: IgnoredChanges;
  /** For a plan or state: arguments that the configuration doesn't set, whose values Azure returned. */
  readonly computed?: ReadonlySet<string>;
  /** `azurerm.hub` for `provider = azurerm.hub`, or null for the default configuration. */
  readonly provider: string | null;
  /** Names of the enclosing module calls, outermost first. */
  readonly modules: readonly string[];
  /** The block in its module's creation order. Missing for a plan, in which the order isn't known. */
  readonly block?: OrderedBlock;
  /** The block, in the file that contains it. For a plan, an empty range in the plan's file. */
  readonly place: SourceRange;
  /** The label, for diagnostics. */
  readonly namePlace: SourceRange;
}
