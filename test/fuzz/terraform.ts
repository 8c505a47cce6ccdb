/*
 * Another entry point of `npm run fuzz`. Arguments: INPUTS FIRST [FOLDER]. Damaged Terraform files, and damaged plans.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { terraformPlan } from '../../src/file-checks/terraform-root';
import { mutated } from '../support/mutations';
import { terraformDeployment } from '../support/terraform-folder';
import { planText } from '../unit/documents/terraform/plan-text';
import { tryInputs, wrongWithReading } from './try-inputs';

const textsIn = (folder: string): readonly string[] =>
  globSync('**/*.tf', { cwd: folder }).map((name) => readFileSync(join(folder, name), 'utf8'));

const folder = process.argv[4];
const texts = [
  ...textsIn(join('test', 'fixtures', 'terraform')),
  ...(folder === undefined ? [] : textsIn(folder)),
];

const group = { name: 'nsg', resource_group_name: 'rg', location: 'westeurope' };
const plans = [
  planText({
    resources: [
      { address: 'azurerm_network_security_group.g', values: group },
      {
        address: 'azurerm_network_security_rule.r["a"]',
        values: { ...group, name: 'r', priority: 100, access: 'Deny', direction: 'Outbound' },
        unknown: { network_security_group_name: ['azurerm_network_security_group.g.name'] },
        forEach: ['local.rules'],
      },
    ],
  }),
];

tryInputs(`${texts.length} files and ${plans.length} plan damaged`, (number) =>
  wrongWithReading(() => {
    const text = mutated(number, texts);
    const { resources, templates } = terraformDeployment(text);
    const isInside = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
      start <= end && end <= text.length;
    const places = [
      ...resources.map(({ place }) => place),
      ...templates.flatMap(({ errors }) => errors.map(({ place }) => place)),
    ];
    if (!places.every(isInside)) return 'has a place outside of the text';
    terraformPlan('plan.json', mutated(number, plans));
    return undefined;
  }),
);
