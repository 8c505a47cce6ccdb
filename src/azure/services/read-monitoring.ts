import type { ResourceId } from '../../core/network/model';
import type { Monitoring } from '../../core/services/services';
import type { GovernanceClient } from '../governance/governance-client';
import type { JsonObject } from '../json';
import { knownPart } from '../known-part';
import { sendRaw, urlOf } from '../raw-request';
import { componentApiVersion, linkScopeApiVersion } from './api-versions';
import { scopeIdsOf, toMonitoring, toScope } from './to-monitoring';

/** Reads the Application Insights component of a workspace and its private link scopes. */
export async function readMonitoring(
  governanceClient: GovernanceClient,
  id: ResourceId,
): Promise<Monitoring> {
  const body = await read(governanceClient, id, componentApiVersion);
  const ids = scopeIdsOf(body);
  const scopes = await Promise.all(
    ids.map(async (scope) =>
      toScope(scope, await knownPart(scope, () => read(governanceClient, scope, linkScopeApiVersion))),
    ),
  );
  return toMonitoring(body, scopes);
}

async function read(
  { sender, endpoint, signal }: GovernanceClient,
  id: string,
  version: string,
): Promise<JsonObject> {
  return (await sendRaw(sender, { url: urlOf(endpoint, id, version), signal })).body;
}
