import { valueOfJson } from '../../evaluate/functions/json-value';
import type { Value } from '../../evaluate/value';

/** Built-in definitions that can deny network resources, as Azure/azure-policy has them (read 2026-11-29). */
const builtIn: Readonly<Record<string, object>> = {
  // Not allowed resource types, version 2.0.0.
  '6c112d4e-5bc7-47ae-a041-ea2d9dccd749': {
    parameters: { effect: { defaultValue: 'Deny' } },
    policyRule: {
      if: { field: 'type', in: "[parameters('listOfResourceTypesNotAllowed')]" },
      then: { effect: "[parameters('effect')]" },
    },
  },
  // Allowed resource types, version 1.0.0.
  'a08ec900-254a-4555-9bf5-e42af04b5c5c': {
    policyRule: {
      if: { not: { field: 'type', in: "[parameters('listOfResourceTypesAllowed')]" } },
      then: { effect: 'deny' },
    },
  },
  // Network interfaces should not have public IPs, version 1.0.0: the nodes' interfaces are in Microsoft's subscription.
  '83a86a26-fd1f-447c-b59d-e51f44264114': {
    policyRule: {
      if: { field: 'type', equals: 'Microsoft.Network/networkInterfaces' },
      then: { effect: 'deny' },
    },
  },
};

/** The properties of a built-in definition; undefined where it's none of those that are known. */
export function builtInPolicy(id: string): Value | undefined {
  const [, name = ''] = /^\/providers\/Microsoft\.Authorization\/policyDefinitions\/([^/]+)$/i.exec(id) ?? [];
  const found = builtIn[name.toLowerCase()];
  return found && valueOfJson(JSON.stringify(found));
}
