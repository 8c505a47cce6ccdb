import * as v from 'valibot';

/** What stands already, and a workspace is given to use. */
const attachedKinds = ['databricks', 'virtual-machine', 'hdinsight'] as const;
export const attachedKindSchema = v.picklist(attachedKinds);

/** What a plan may be of: what Azure ML makes, and what stands already. */
export const planKinds = ['cluster', 'instance', ...attachedKinds] as const;
export const planKindSchema = v.picklist(planKinds);
