import type { Known } from '../../core/known';
import type { Reason } from '../../core/reason';
import type { OrderStep } from '../order/template-order';
import type { OrderedBlock } from '../terraform/block-order';
import type { SourceRange } from '../source/source-range';
import type { ObjectValue, Value } from './value';

/** A resource that a deployment of a file would create or use. */
export interface EvaluatedResource {
  /** Full ARM ID, or unknown. */
  readonly id: Value;
  /** `Microsoft.Network/virtualNetworks/subnets`. For Bicep in Azure's spelling, for ARM JSON as written. */
  readonly type: string;
  readonly apiVersion: Value;
  /** All segments, such as `vnet/subnet`. */
  readonly name: Value;
  /** Every member of the body, evaluated, including `properties`. */
  readonly body: ObjectValue;
  /** True if the deployment uses the resource and doesn't create it. */
  readonly isExisting: boolean;
  /** False if the resource isn't created. It's still in the list, because other resources may refer to it. */
  readonly isDeployed: Known<boolean>;
  /** The declaration, in the file that contains it. */
  readonly place: SourceRange;
  /** The place for messages: its symbolic name, type, or name. */
  readonly namePlace: SourceRange;
  /** Symbolic names of the enclosing modules, outermost first. */
  readonly modules: readonly string[];
  /** The path from the root to this resource, which comes last, with the dependencies in each template. */
  readonly path: readonly OrderStep[];
  /** The block, for Terraform, instead of `path`. */
  readonly block?: OrderedBlock;
  /** The assumption that the values depend on, if there is one. */
  readonly assumed?: Reason;
  /** True if the resource's parent is certainly the one in its ID, even if parts of the parent aren't known. */
  readonly isParentCertain?: true;
}
