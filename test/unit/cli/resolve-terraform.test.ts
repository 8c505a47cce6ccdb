import { expect, test } from 'vitest';
import { planText } from '../documents/terraform/plan-text';
import { ran } from './ran';

const main = `
variable "name" {}
resource "azurerm_resource_group" "ml" {
  name     = "rg-ml"
  location = "westeurope"
}
resource "azurerm_subnet" "training" {
  name                = var.name
  resource_group_name = azurerm_resource_group.ml.name
  address_prefixes    = ["10.0.1.0/24"]
}
`;

const asked = {
  'azurerm_resource_group.ml': {
    type: 'azurerm_resource_group',
    values: { name: 'rg-ml', location: 'westeurope' },
  },
  'azurerm_subnet.training': {
    type: 'azurerm_subnet',
    values: { name: 'snet-training', resource_group_name: 'rg-ml', address_prefixes: ['10.0.1.0/24'] },
  },
};

test.each(['infra', 'infra/main.tf'])('%s is read with its folder and the given variables', async (name) => {
  const { code, out, error } = await ran(`resolve ${name} --var name=snet-training`, {
    'infra/main.tf': main,
  });
  expect({ code, error, resources: JSON.parse(out).resources as unknown }).toEqual({
    code: 0,
    error: '',
    resources: asked,
  });
});

test('a plan has its resources by address, without sensitive values', async () => {
  const text = planText({
    resources: [
      { address: 'azurerm_resource_group.ml', values: asked['azurerm_resource_group.ml'].values },
      {
        address: 'azurerm_key_vault_secret.a',
        values: { name: 'a', value: 'hunter2' },
        sensitive: { value: true },
      },
    ],
  });
  const { code, out } = await ran('resolve plan.json', { 'plan.json': text });
  const { resources } = JSON.parse(out) as { resources: Record<string, unknown> };
  expect(code).toBe(0);
  expect(resources['azurerm_resource_group.ml']).toEqual(asked['azurerm_resource_group.ml']);
  expect(Object.keys(resources)).toContain('azurerm_key_vault_secret.a');
  expect(out).not.toContain('hunter2');
});
