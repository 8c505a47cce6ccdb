import type { Known } from '../../core/known';
import type { Reason } from '../../core/reason';
import type { OrderStep } from '../order/template-order';
import type { OrderedBlock } from '../terraform/block-order';
import type { SourceRange } from '../source/source-range';
import type { ObjectValue, Value } from './value';

/** One resource that a deployment of a file would make or use. */
export interface EvaluatedResource {
  /** Whole ARM id, or unknown. */
  readonly id: Value;
  /** `Microsoft.Network/virtualNetworks/subnets`: of Bicep as Azure spells it, of ARM JSON as written. */
  readonly type: string;
  readonly apiVersion: Value;
  /** All segments: `vnet/subnet`. */
  readonly name: Value;
  /** Every member of the body, evaluated; `properties` among them. */
  readonly body: ObjectValue;
  /** Used and not made. */
  readonly isExisting: boolean;
  /** False is not made; such a resource is in the list all the same, since others may speak of it. */
  readonly isDeployed: Known<boolean>;
  /** The declaration, in the file that holds it. */
  readonly place: SourceRange;
  /** Its symbolic name, type or name: what a message points at. */
  readonly namePlace: SourceRange;
  /** Symbolic names of the modules on the way to it, the outermost first. */
  readonly modules: readonly string[];
  /** What leads to it, from the root on, with what waits for what in each template; the resource itself last. */
  readonly path: readonly OrderStep[];
  /** Of Terraform, instead of the path. */
  readonly block?: OrderedBlock;
  /** What is assumed of it. */
  readonly assumed?: Reason;
  /** True of a resource that isn't below another parent than its ID names, whatever isn't known of that. */
  readonly isParentCertain?: true;
}
