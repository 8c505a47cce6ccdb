import { parseArgs } from 'node:util';
import { reason } from '../../core/reason';
import { requireOnce, parameterOptions, usageError, UsageError } from '../options';

/** What `resolve` was asked. What was not said is not known. */
export interface ResolveOptions {
  readonly file: string;
  readonly params: string | undefined;
  /** The template is read with its default values alone. */
  readonly noParams: boolean;
  /** The folder whose files the template may name. */
  readonly root: string | undefined;
  readonly subscriptionId: string | undefined;
  readonly resourceGroup: string | undefined;
  readonly location: string | undefined;
  readonly tenantId: string | undefined;
  readonly deploymentName: string | undefined;
}

const text = { type: 'string' } as const;
const options = {
  params: text,
  'no-params': { type: 'boolean' },
  root: text,
  subscription: text,
  'resource-group': text,
  location: text,
  tenant: text,
  'deployment-name': text,
} as const;

/** Reads what follows `resolve`. Throws `UsageError`. */
export function resolveOptions(args: readonly string[]): ResolveOptions {
  const { values, positionals } = parsed(args);
  const [file, second] = positionals;
  if (file === undefined) throw new UsageError(reason('terminal.noFile'));
  if (second !== undefined) throw new UsageError(reason('terminal.oneFile', { file: second }));
  return {
    file,
    ...parameterOptions(values.params, values['no-params']),
    root: values.root,
    subscriptionId: values.subscription,
    resourceGroup: values['resource-group'],
    location: values.location,
    tenantId: values.tenant,
    deploymentName: values['deployment-name'],
  };
}

function parsed(args: readonly string[]) {
  try {
    const found = parseArgs({ args: [...args], options, allowPositionals: true, strict: true, tokens: true });
    requireOnce(found.tokens);
    return found;
  } catch (error) {
    throw usageError(error);
  }
}
