import type { TenantSummary } from '../../azure/ports';
import type { Say } from '../../messages/say';
import { failureText } from '../../wording/failure-text';
import { pickOne, showMessage, type ListLine } from '../../platform/window';
import type { AccountDeps } from './deps';

interface OrganizationItem extends ListLine {
  readonly tenant: TenantSummary;
}

/**
 * Lets the user choose an organization of the account. Signs in to the chosen one if it requires a separate sign-in.
 */
export async function chooseOrganization({ account }: AccountDeps, say: Say): Promise<void> {
  const { azure } = await account.connect();
  const { signal } = new AbortController();
  await azure.read.subscriptions(signal);
  const tenants = await azure.read.tenants(signal);
  if (tenants.length < 2) {
    showMessage('info', say('account.onlyOne'));
    return;
  }
  const items: OrganizationItem[] = tenants.map((tenant) => ({
    tenant,
    icon: 'organization',
    label: tenant.name,
    description: tenant.id,
    detail: stateOf(say, tenant),
  }));
  const picked = await pickOne(items, {
    title: say('account.chooseOrganization.title'),
    placeHolder: say('account.chooseOrganization.place'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (picked?.tenant.refused?.code === 'signedOut') await account.signIn({ tenant: picked.tenant.id });
}

function stateOf(say: Say, { refused }: TenantSummary): string {
  if (refused === null) return say('account.organization.read');
  if (refused.details.signIn === 'tenant') return say('account.organization.signIn');
  return say('account.organization.refused', { why: failureText(say, refused) });
}
