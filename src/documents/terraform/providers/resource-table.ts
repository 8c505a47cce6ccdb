import type { ObjectValue } from '../../evaluate/value';
import type { ArgumentTable } from './argument-table';

/** The arguments that name the parent of a child resource: its ID, or its name in the resource group of the child. */
export interface ParentArguments {
  readonly id?: string;
  readonly name?: string;
  /** Of a resource of an extension, such as a lock: what it's on. */
  readonly scope?: string;
}

/** The ARM mapping of a Terraform resource type. */
export interface ResourceTable {
  /** ARM type, that of a child with its parent's. */
  readonly type: string;
  /** Of a child. */
  readonly parent?: ParentArguments;
  readonly arguments: ArgumentTable;
  /** Members that the type itself states. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** What the arguments alone don't say of the body. */
  readonly finish?: (body: ObjectValue) => ObjectValue;
}

/** By Terraform's type. */
export type ResourceTables = Readonly<Record<string, ResourceTable>>;
