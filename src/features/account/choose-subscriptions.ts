import type { Say } from '../../messages/say';
import { pickSome, showMessage, type ListLine } from '../../platform/window';
import type { AccountDeps } from './deps';

interface SubscriptionItem extends ListLine {
  readonly id: string;
}

/**
 * Lets the user choose the subscriptions that the page and the trees show. Selecting all clears the filter, so that new
 * ones are shown too.
 */
export async function chooseSubscriptions({ account, filter }: AccountDeps, say: Say): Promise<void> {
  const { azure } = await account.connect();
  const { signal } = new AbortController();
  const all = await azure.read.subscriptions(signal);
  const tenants = new Map((await azure.read.tenants(signal)).map((one) => [one.id, one.name]));
  if (all.length === 0) {
    showMessage('info', say('account.none'));
    return;
  }
  const shown = filter.chosen();
  const items: SubscriptionItem[] = [...all]
    .sort((a, b) => a.name.localeCompare(b.name, say.language))
    .map(({ id, name, tenantId }) => ({
      id,
      label: name,
      description: tenants.size > 1 ? (tenants.get(tenantId) ?? '') : '',
      detail: id,
      picked: shown === null || shown.includes(id.toLowerCase()),
    }));
  const picked = await pickSome(items, {
    title: say('account.chooseSubscriptions.title'),
    placeHolder: say('account.chooseSubscriptions.place'),
    matchOnDescription: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  if (!picked) return;
  const isAll = picked.length === all.length || picked.length === 0;
  await filter.choose(isAll ? null : picked.map((one) => one.id));
}
