import { expect, test } from 'vitest';
import { toRegistry } from '../../../../src/azure/services/to-data-service';
import { known, unknown } from '../../../../src/core/known';
import { reason } from '../../../../src/core/reason';

const server = 'contoso-e7ggejfuhzhgedc8.azurecr.io';
const ofData = 'contoso-e7ggejfuhzhgedc8.westeurope.data.azurecr.io';
const notRead = unknown(reason('unknown.notRead', { name: 'contoso' }));

// loginServer, dataEndpointEnabled and dataEndpointHostNames: "List of host names that will serve data when
// dataEndpointEnabled is true" (registry reference, 2023-07-01).
test.each([
  [{ loginServer: server, dataEndpointEnabled: false, dataEndpointHostNames: [ofData] }, known([server])],
  [{ loginServer: server, dataEndpointHostNames: [] }, known([server])],
  [
    { loginServer: server, dataEndpointEnabled: true, dataEndpointHostNames: [ofData] },
    known([server, ofData]),
  ],
  [{ loginServer: server, dataEndpointEnabled: true, dataEndpointHostNames: [] }, notRead],
  [{ publicNetworkAccess: 'Enabled' }, notRead],
])('a registry with %j is called by its own names', (properties, hosts) => {
  expect(toRegistry({ name: 'contoso', properties }, known(null)).hosts).toEqual(hosts);
});
