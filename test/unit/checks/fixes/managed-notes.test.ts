import { expect, test } from 'vitest';
import { managedNotes } from '../../../../src/checks/fixes/managed-notes';
import { findFix } from '../../../../src/checks/fixes/find-fix';
import { buildModel, buildPlan, facts } from '../model-builder';
import { known } from '../../../../src/core/known';

const managed =
  '/subscriptions/s/resourceGroups/AVNM_Managed_ResourceGroup_s/providers/Microsoft.Network/routeTables/AVNM_Managed_1';

test('a route into a network manager’s route table has a note, and in any other it doesn’t', () => {
  const rules = ['in 120 Allow Tcp AzureMachineLearning>* 44224 Allow-AML'];
  const model = buildModel({ rules, routes: ['0.0.0.0/0 appliance 10.40.1.4'] });
  const [table] = model.routeTables;
  const inManaged = {
    ...model,
    routeTables: [{ ...table!, id: managed }],
    virtualNetworks: model.virtualNetworks.map((network) => ({
      ...network,
      subnets: network.subnets.map((one) =>
        one.routeTable.known && one.routeTable.value !== null ? { ...one, routeTable: known(managed) } : one,
      ),
    })),
  };
  const fixOf = (tested: typeof model) =>
    findFix({ model: tested, plan: buildPlan({ publicIp: known(true) }), facts }, ['inbound-aml-44224'])!.fix;
  expect(fixOf(model).notes).toEqual([]);
  const { notes, changes } = fixOf(inManaged);
  expect(notes.map(({ key }) => key)).toEqual(['fix.note.managedTable']);
  expect(managedNotes(changes)).toEqual(notes);
});
