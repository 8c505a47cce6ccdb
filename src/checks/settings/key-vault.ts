import type { DataService } from '../../core/services/services';
import { accessTo } from '../service-access';
import { passed, failed, ofKnown, type SettingResult } from '../setting-result';
import type { PlaceContext } from '../setting-context';
import { accessAnswer } from './access-result';
import { ofService } from './services-of';

/** Checks requirement `keyvault-network`: a private endpoint, or the subnet's rule together with trusted services. */
export const checkKeyVault = ofService<DataService, PlaceContext>(
  ({ keyVault }) => keyVault,
  (vault, context) => {
    const access = accessTo(
      { service: vault, groups: ['vault'], serviceEndpoint: 'Microsoft.KeyVault' },
      context,
    );
    return access.is === 'subnet'
      ? checkTrust(vault, context)
      : accessAnswer(access, { name: vault.name, subnet: context.place.subnet.name });
  },
);

function checkTrust({ name, trustsAzure }: DataService, { place }: PlaceContext): SettingResult {
  return ofKnown(trustsAzure, (trusts) =>
    trusts
      ? passed('check.services.subnet', { name, subnet: place.subnet.name })
      : failed('check.vault.untrusted', { name }),
  );
}
