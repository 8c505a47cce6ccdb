import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import type { SandboxAzure } from '../../../../src/sandbox/create-sandbox';

/** Writes to the same Azure as another user, outside the wizard. */
export async function otherUserWrites(
  sample: SandboxAzure,
  method: 'PUT' | 'PATCH' | 'POST' | 'DELETE',
  id: string,
  body?: object,
  query = '',
): Promise<void> {
  const answer = await sample.httpClient.sendRequest(
    createPipelineRequest({
      url: `https://management.azure.com${id}?api-version=2024-05-01${query}`,
      method,
      headers: createHttpHeaders({ authorization: 'Bearer sandbox', 'content-type': 'application/json' }),
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  );
  if (answer.status >= 300) throw new Error(`Somebody was refused: ${answer.bodyAsText ?? ''}`);
}

/** Adds an outbound rule that no requirement needs, as another user. */
export function otherUserAddsRule(sample: SandboxAzure, group: string, priority: number): Promise<void> {
  return otherUserWrites(sample, 'PUT', `${group}/securityRules/by-somebody`, {
    properties: rule(priority, 'Allow', '10.9.9.9'),
  });
}

/** Denies traffic that everything needs, as another user. */
export function otherUserDenies(sample: SandboxAzure, group: string, destination: string): Promise<void> {
  return otherUserWrites(sample, 'PUT', `${group}/securityRules/deny-by-another`, {
    properties: { ...rule(100, 'Deny', destination), destinationPortRange: '*' },
  });
}

function rule(priority: number, access: string, destination: string) {
  return {
    priority,
    direction: 'Outbound',
    access,
    protocol: '*',
    sourcePortRange: '*',
    destinationPortRange: '22',
    sourceAddressPrefix: '*',
    destinationAddressPrefix: destination,
  };
}
