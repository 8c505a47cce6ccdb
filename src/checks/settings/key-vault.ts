import type { DataService } from '../../core/services/services';
import { accessTo } from '../service-access';
import { met, notMet, ofKnown, type SettingAnswer } from '../setting-answer';
import type { SubnetContext } from '../setting-context';
import { accessAnswer } from './access-answer';
import { ofService } from './services-of';

/** Requirement `keyvault-network`: a private endpoint, or the subnet's rule with trusted services let in as well. */
export const judgeKeyVault = ofService<DataService, SubnetContext>(
  ({ keyVault }) => keyVault,
  (vault, context) => {
    const access = accessTo(
      { service: vault, groups: ['vault'], serviceEndpoint: 'Microsoft.KeyVault' },
      context,
    );
    return access.is === 'subnet'
      ? judgeTrust(vault, context)
      : accessAnswer(access, { name: vault.name, subnet: context.place.subnet.name });
  },
);

function judgeTrust({ name, trustsAzure }: DataService, { place }: SubnetContext): SettingAnswer {
  return ofKnown(trustsAzure, (trusts) =>
    trusts
      ? met('judge.services.subnet', { name, subnet: place.subnet.name })
      : notMet('judge.vault.untrusted', { name }),
  );
}
