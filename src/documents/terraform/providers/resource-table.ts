import type { ObjectValue } from '../../evaluate/value';
import type { ArgumentTable } from './argument-table';

/** The arguments that refer to the parent of a child resource: its ID, or its name in the child's resource group. */
export interface ParentArguments {
  readonly id?: string;
  readonly name?: string;
  /** For an extension resource, such as a lock: the argument with its scope. */
  readonly scope?: string;
}

/** The ARM mapping of a Terraform resource type. */
export interface ResourceTable {
  /** ARM type, which for a child includes the parent's type. */
  readonly type: string;
  /** For a child resource. */
  readonly parent?: ParentArguments;
  readonly arguments: ArgumentTable;
  /** Members that the type itself determines. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** Completes the body with what the arguments alone don't determine. */
  readonly finish?: (body: ObjectValue) => ObjectValue;
}

/** By Terraform type. */
export type ResourceTables = Readonly<Record<string, ResourceTable>>;
