import type { BodyObject } from '../body-json';
import type { PolicyObject } from './policy-object';

/** Built-in definitions of Azure Policy that deny resource types, with their published names. */
const builtIns: readonly [string, string, BodyObject][] = [
  [
    '6c112d4e-5bc7-47ae-a041-ea2d9dccd749',
    'Not allowed resource types',
    {
      description: 'Restrict which resource types can be deployed in your environment.',
      metadata: { version: '2.0.0', category: 'General' },
      parameters: {
        listOfResourceTypesNotAllowed: { type: 'Array' },
        effect: { type: 'String', defaultValue: 'Deny' },
      },
      policyRule: {
        if: { field: 'type', in: "[parameters('listOfResourceTypesNotAllowed')]" },
        then: { effect: "[parameters('effect')]" },
      },
    },
  ],
  [
    'e56962a6-4747-49cd-b67b-bf8b01975c4c',
    'Allowed locations',
    {
      description:
        'This policy enables you to restrict the locations your organization can specify when deploying resources.',
      metadata: { version: '1.0.0', category: 'General' },
      parameters: { listOfAllowedLocations: { type: 'Array' } },
      policyRule: {
        if: {
          allOf: [
            { field: 'location', notIn: "[parameters('listOfAllowedLocations')]" },
            { field: 'location', notEquals: 'global' },
          ],
        },
        then: { effect: 'deny' },
      },
    },
  ],
];

export const builtInDefinitions: ReadonlyMap<string, PolicyObject> = new Map(
  builtIns.map(([name, displayName, rest]) => {
    const id = `/providers/Microsoft.Authorization/policyDefinitions/${name}`;
    const properties: BodyObject = { displayName, policyType: 'BuiltIn', mode: 'Indexed', ...rest };
    return [id.toLowerCase(), { id, name, properties }];
  }),
);
