import { partsOfNodes, type PolicyDenial } from '../../core/governance';
import { nameOf } from '../../core/network/find';
import type { ResourceId } from '../../core/network/model';
import { listAt, textAt, type Json, type JsonObject } from '../json';
import { sendRaw, urlOf } from '../raw-request';
import type { GovernanceClient } from './governance-client';

/**
 * Reads the policies that would deny one of the parts, as Azure Policy evaluates them. This code doesn't read or
 * evaluate policy rules.
 */
export async function readDenials(
  governanceClient: GovernanceClient,
  groupId: ResourceId,
  location: string,
): Promise<readonly PolicyDenial[]> {
  const answers = await Promise.all(
    partsOfNodes.map((part) => checkRestrictions(governanceClient, groupId, { ...part, location })),
  );
  return answers.flat();
}

async function checkRestrictions(
  { sender, endpoint, signal }: GovernanceClient,
  groupId: ResourceId,
  resourceContent: JsonObject,
): Promise<PolicyDenial[]> {
  const { body } = await sendRaw(sender, {
    url: urlOf(
      endpoint,
      `${groupId}/providers/Microsoft.PolicyInsights/checkPolicyRestrictions`,
      '2023-03-01',
    ),
    method: 'POST',
    body: { resourceDetails: { resourceContent, apiVersion: '2024-01-01' } },
    signal,
  });
  return listAt(body, 'contentEvaluationResult', 'policyEvaluations')
    .filter(denies)
    .map((evaluation) => denial(textAt(resourceContent, 'type') ?? '', evaluation));
}

/** True if the evaluation denies. A response without an effect comes from an API version that lists only denials. */
function denies(evaluation: Json): boolean {
  const effect = textAt(evaluation, 'effectDetails', 'policyEffect') ?? 'Deny';
  return effect.toLowerCase() === 'deny' && textAt(evaluation, 'evaluationResult') === 'NonCompliant';
}

function denial(type: string, evaluation: Json): PolicyDenial {
  const id = textAt(evaluation, 'policyInfo', 'policyAssignmentId') ?? '';
  const scope = id.replace(/\/providers\/Microsoft\.Authorization\/policyAssignments\/[^/]+$/i, '');
  return { type, policy: nameOf(id), scope };
}
