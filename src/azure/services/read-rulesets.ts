import type { Known } from '../../core/known';
import { nameOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { reason, type Reason } from '../../core/reason';
import type { ForwardingRuleset } from '../../core/services/services';
import type { ArmClient } from '../arm-client';
import { textAt, type JsonObject } from '../json';
import { knownPart } from '../known-part';
import { rawList } from '../raw-list';
import { urlOf } from '../raw-request';
import { toFailure } from '../to-failure';
import { dnsResolverApiVersion } from './api-versions';
import { linkedNetworks } from './to-private-zone';

export interface KnownRulesets {
  readonly found: readonly ForwardingRuleset[];
  /** Why the list may be incomplete; undefined if everything was read. */
  readonly unread?: Reason;
}

/** Reads the DNS forwarding rulesets of a subscription that have an enabled rule, each with the networks it serves. */
export async function readRulesets(arm: ArmClient, subscription: string): Promise<KnownRulesets> {
  const id = `/subscriptions/${subscription}/providers/Microsoft.Network/dnsForwardingRulesets`;
  const ids = await knownPart(id, async () => (await listIfAny(arm, id)).flatMap((one) => idOf(one)));
  if (!ids.known) {
    return { found: [], unread: reason('check.zones.rulesetsNotListed', { name: subscription }) };
  }
  const rulesets = await Promise.all(ids.value.map((one) => readRuleset(arm, one)));
  const unread = rulesets.find((one) => !one.known);
  return {
    found: rulesets.flatMap((one) => (one.known && one.value !== null ? [one.value] : [])),
    ...(unread?.known === false ? { unread: unread.because } : {}),
  };
}

/** Reads a ruleset; null if it doesn't have an enabled rule or isn't linked to a network. */
function readRuleset(arm: ArmClient, id: ResourceId): Promise<Known<ForwardingRuleset | null>> {
  return knownPart(id, async () => {
    const networks = linkedNetworks(await list(arm, `${id}/virtualNetworkLinks`));
    if (networks.length === 0) return null;
    const rules = await list(arm, `${id}/forwardingRules`);
    return rules.some(isOn) ? { name: nameOf(id), linkedNetworks: networks } : null;
  });
}

/** True if a rule is enabled, which is the default. */
function isOn(rule: JsonObject): boolean {
  return textAt(rule, 'properties', 'forwardingRuleState')?.toLowerCase() !== 'disabled';
}

function idOf(body: JsonObject): readonly string[] {
  const id = textAt(body, 'id');
  return id === undefined ? [] : [id];
}

/** Reads a list. A cloud that doesn't know the resource type returns an empty list. */
async function listIfAny(arm: ArmClient, id: string): Promise<readonly JsonObject[]> {
  try {
    return await list(arm, id);
  } catch (error) {
    if (toFailure(error).code === 'notFound') return [];
    throw error;
  }
}

function list({ sender, endpoint, signal }: ArmClient, id: string): Promise<readonly JsonObject[]> {
  return rawList(sender, urlOf(endpoint, id, dnsResolverApiVersion), signal);
}
