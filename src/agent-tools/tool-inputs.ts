import * as v from 'valibot';
import { described } from '../contract/report-parts';
import { nodeKinds } from '../core/compute-kinds';
import { fixPermissions } from '../core/fix-permissions';

/** A name of a file, folder, or subnet. Longer names are invalid. */
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));
const names = v.pipe(v.array(name), v.minLength(1), v.maxLength(50));

const fileName = described(name, 'File, relative to the root folder.');

/** Plan options. Values that aren't given come from the files, or are assumed and listed in the result. */
const plan = {
  compute: described(v.optional(v.picklist(nodeKinds)), 'Type of compute. Default: as the files have it.'),
  publicIp: described(
    v.optional(v.boolean()),
    'Whether compute resources have a public IP address. Default: as the files have it.',
  ),
  workspace: described(
    v.optional(v.picklist(['public', 'private'])),
    'Whether the workspace has a private endpoint (private). Default: as the files have it.',
  ),
  region: described(
    v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9 ]{1,40}$/))),
    'Azure region of the network, if the files do not contain it. Example: westeurope.',
  ),
  cloud: described(v.optional(v.picklist(['public', 'usgov', 'china'])), 'Azure cloud.'),
};

const profile = described(
  v.optional(v.picklist(['current', '2020-12'])),
  'Requirements to use: current ones (default), or those of December 2020.',
);

const files = described(
  names,
  'Bicep files, .bicepparam files, ARM templates, Terraform files, JSON exported with Azure CLI, folders, or glob patterns, relative to the root folder.',
);

const subnets = described(
  v.optional(names),
  'Only these subnets: a name, NETWORK/NAME, or a resource ID. Default: subnets that Azure Machine Learning compute uses.',
);

const parameters = {
  params: described(
    v.optional(name),
    'File with parameter values of a Bicep file or ARM template. Default: the file that belongs to the template.',
  ),
  serviceTags: described(
    v.optional(name),
    'File with service tags: Microsoft’s list, or the output of az network list-service-tags. Default: the built-in list.',
  ),
  varFiles: described(v.optional(names), 'Files with values of Terraform variables.'),
};

const stated = { ...plan, profile, ...parameters };

/** Input schemas of the tools. None accepts a credential. */
export const toolInputs = {
  check_network_files: v.strictObject({ files, subnets, ...stated }),
  propose_fix: v.strictObject({
    files,
    subnets,
    allow: described(
      v.optional(v.array(v.picklist(fixPermissions))),
      'Permissions for fixes: remove (remove or dissociate something), cost (create something that Azure bills). Ask the user first.',
    ),
    ...stated,
  }),
  compare_networks: v.strictObject({
    before: described(name, 'File or Terraform folder with the earlier state, relative to the root folder.'),
    after: described(name, 'File or Terraform folder with the later state, relative to the root folder.'),
    subnets,
    ...stated,
  }),
  explain_finding: v.strictObject({
    id: described(
      v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,80}$/))),
      'ID of a problem or requirement, as check_network_files returns it. Example: outbound-batch-443.',
    ),
    at: described(
      v.optional(
        v.strictObject({
          file: fileName,
          line: described(
            v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000_000)),
            'Line, from 1.',
          ),
          template: described(
            v.optional(fileName),
            'The template that uses the module, for a line of a module.',
          ),
        }),
      ),
      'Place whose problems are explained. Use id, at, or both.',
    ),
    ...stated,
  }),
  azure_ml_requirements: v.strictObject({
    compute: described(v.picklist(nodeKinds), 'Type of compute.'),
    publicIp: described(
      v.optional(v.boolean()),
      'Whether compute resources have a public IP address. Left out: requirements of both are listed, with the assumption.',
    ),
    workspace: described(
      v.optional(v.picklist(['public', 'private'])),
      'Whether the workspace has a private endpoint (private). Left out: requirements of both are listed, with the assumption.',
    ),
    region: plan.region,
    cloud: plan.cloud,
    profile,
    about: described(
      v.optional(v.picklist(['flows', 'settings', 'all'])),
      'flows: traffic that NSGs, routes, and firewalls must allow (default). settings: everything else.',
    ),
  }),
  check_subnet: v.strictObject({
    subnet: described(name, 'Subnet: NETWORK/NAME, or a resource ID.'),
    source: described(
      v.literal('sample'),
      'The built-in sample: a subscription with invented networks, to try the tool. It says nothing about the user’s Azure.',
    ),
    compute: plan.compute,
    publicIp: plan.publicIp,
    workspace: plan.workspace,
  }),
} as const;

/** Input schemas of the tools in an editor. The subnet tool uses the window's account, which an agent can't choose. */
export const editorToolInputs = {
  ...toolInputs,
  check_subnet: v.strictObject(v.omit(toolInputs.check_subnet, ['source']).entries),
} as const;

export type SubnetInput = v.InferOutput<(typeof editorToolInputs)['check_subnet']>;
export type ToolName = keyof typeof toolInputs;
export type ToolInput<N extends ToolName> = v.InferOutput<(typeof toolInputs)[N]>;

export const toolNames = Object.keys(toolInputs) as readonly ToolName[];

export function isToolName(text: string): text is ToolName {
  return Object.hasOwn(toolInputs, text);
}
