import { isJsonObject, listAt, parseJson } from '../azure/json';
import { toAdminRule } from '../azure/network/to-admin-rule';
import { toEffectiveRoutes } from '../azure/network/to-effective-routes';
import { known } from '../core/known';
import { sameId } from '../core/network/find';
import type { NetworkModel, ResourceId, Subnet, VirtualNetwork } from '../core/network/model';
import { reason } from '../core/reason';
import type { Subject } from '../documents/subjects/subjects';
import { UsageError } from './options';
import { armBody } from './resources/arm-body';
import { UnreadableFile, type TextFile } from './resources/read-resources';
import type { CheckSource } from './source';

/** Effective settings of one network, which Azure prints and no resource contains. */
export interface EffectiveFiles {
  /** The output of `az network nic show-effective-route-table`. */
  readonly routes: TextFile | undefined;
  /** The output of `az network manager list-effective-security-admin-rule`. */
  readonly adminRules: TextFile | undefined;
}

/**
 * Adds the effective settings in the files to the network of a source's subnets.
 * @throws `UsageError` if the subnets are in several networks, each of which has its own settings; `UnreadableFile`
 */
export function withEffective(
  source: CheckSource,
  subjects: readonly Subject[],
  { routes, adminRules }: EffectiveFiles,
): CheckSource {
  if (!routes && !adminRules) return source;
  const [first] = subjects;
  if (!first) return source;
  requireOneNetwork(networksOf(subjects), { routes, adminRules });
  const effectiveRoutes = routes && toEffectiveRoutes({ value: [...listOf(routes)] });
  const rules = adminRules && listOf(adminRules).map((one, at) => toAdminRule(armBody(one), at));
  const ids = subjects.map(({ subnet }) => subnet.id);
  return changed(source, first.network.id, (network) => ({
    ...network,
    ...(rules ? { adminRules: known(rules) } : {}),
    ...(effectiveRoutes
      ? { subnets: network.subnets.map((one) => withRoutes(one, ids, effectiveRoutes)) }
      : {}),
  }));
}

/** Returns the networks of subnets, each once. */
export function networksOf(subjects: readonly Subject[]): readonly ResourceId[] {
  return [...new Set(subjects.map(({ network }) => network.id.toLowerCase()))];
}

/**
 * Requires one network for files with effective settings.
 * @throws `UsageError` if there are several networks
 */
export function requireOneNetwork(
  networks: readonly ResourceId[],
  { routes, adminRules }: EffectiveFiles,
): void {
  if ((!routes && !adminRules) || networks.length < 2) return;
  const options = [...(routes ? ['--effective-routes'] : []), ...(adminRules ? ['--admin-rules'] : [])];
  throw new UsageError(reason('terminal.oneNetwork', { options, option: '--subnet' }));
}

function withRoutes(
  subnet: Subnet,
  ids: readonly ResourceId[],
  effectiveRoutes: NonNullable<Subnet['effectiveRoutes']>,
): Subnet {
  return ids.some((id) => sameId(id, subnet.id)) ? { ...subnet, effectiveRoutes } : subnet;
}

function changed(
  source: CheckSource,
  networkId: ResourceId,
  change: (network: VirtualNetwork) => VirtualNetwork,
): CheckSource {
  const inModel = (model: NetworkModel): NetworkModel => ({
    ...model,
    virtualNetworks: model.virtualNetworks.map((one) => (sameId(one.id, networkId) ? change(one) : one)),
  });
  return { ...source, inputs: { ...source.inputs, model: inModel(source.inputs.model) } };
}

/** Returns the list in a response. A file without the list, or with something else in it, isn't the expected one. */
function listOf({ name, text }: TextFile) {
  const body = parseJson(text.replace(/^\uFEFF/, ''));
  const list = isJsonObject(body) && Array.isArray(body['value']) ? listAt(body, 'value') : null;
  const objects = list?.filter(isJsonObject);
  if (objects === undefined || objects.length !== list?.length) {
    throw new UnreadableFile(reason('terminal.noEffective', { file: name }));
  }
  return objects;
}
