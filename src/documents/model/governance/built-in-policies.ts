import { valueOfJson } from '../../evaluate/functions/json-value';
import type { Value } from '../../evaluate/value';

const compute = 'Microsoft.MachineLearningServices/workspaces/computes';
const network = 'Microsoft.Network/virtualNetworks';

/**
 * Built-in definitions that can deny network resources or compute resources, from Azure/azure-policy (read 2026-11-29).
 */
const builtIn: Readonly<Record<string, object>> = {
  // Not allowed resource types, version 2.0.0.
  '6c112d4e-5bc7-47ae-a041-ea2d9dccd749': {
    parameters: { effect: { defaultValue: 'Deny' } },
    mode: 'All',
    policyRule: {
      if: { field: 'type', in: "[parameters('listOfResourceTypesNotAllowed')]" },
      then: { effect: "[parameters('effect')]" },
    },
  },
  // Allowed resource types, version 1.0.0.
  'a08ec900-254a-4555-9bf5-e42af04b5c5c': {
    mode: 'All',
    policyRule: {
      if: { not: { field: 'type', in: "[parameters('listOfResourceTypesAllowed')]" } },
      then: { effect: 'deny' },
    },
  },
  // Network interfaces should not have public IPs, version 1.0.0: the nodes' interfaces are in Microsoft's subscription.
  '83a86a26-fd1f-447c-b59d-e51f44264114': {
    mode: 'All',
    policyRule: {
      if: { field: 'type', equals: 'Microsoft.Network/networkInterfaces' },
      then: { effect: 'deny' },
    },
  },
  // Azure Machine Learning Computes should have local authentication methods disabled, version 2.1.0.
  'e96a9a5f-07ca-471b-9bc5-6a0f33cbd68f': {
    mode: 'All',
    parameters: { effect: { defaultValue: 'Audit' } },
    policyRule: {
      if: {
        allOf: [
          { field: 'type', equals: compute },
          { field: `${compute}/computeType`, in: ['ComputeInstance', 'AmlCompute'] },
          { field: `${compute}/disableLocalAuth`, notEquals: true },
        ],
      },
      then: { effect: "[parameters('effect')]" },
    },
  },
  // Azure Machine Learning Computes should be in a virtual network, version 1.0.1: it can only audit.
  '7804b5c7-01dc-4723-969b-ae300cc07ff1': {
    mode: 'All',
    policyRule: { if: { field: 'type', equals: compute }, then: { effect: 'audit' } },
  },
  // Subnets should be private, version 1.0.1.
  '7bca8353-aa3b-429b-904a-9229c4385837': {
    mode: 'All',
    parameters: { effect: { defaultValue: 'Audit' } },
    policyRule: {
      if: {
        anyOf: [
          {
            allOf: [
              { field: 'type', equals: network },
              { count: { field: `${network}/subnets[*]` }, greater: 0 },
              { field: `${network}/subnets[*].defaultOutboundAccess`, notEquals: 'false' },
            ],
          },
          {
            allOf: [
              { field: 'type', equals: `${network}/subnets` },
              { field: `${network}/subnets/defaultOutboundAccess`, notEquals: 'false' },
            ],
          },
        ],
      },
      then: { effect: "[parameters('effect')]" },
    },
  },
};

/** Returns the properties of a built-in definition, or undefined if it isn't in the list. */
export function builtInPolicy(id: string): Value | undefined {
  const [, name = ''] = /^\/providers\/Microsoft\.Authorization\/policyDefinitions\/([^/]+)$/i.exec(id) ?? [];
  const found = builtIn[name.toLowerCase()];
  return found && valueOfJson(JSON.stringify(found));
}
