import type { Say } from '../../messages/say';
import type { AccountSource } from '../../platform/account-settings';
import { pickOne, type ListLine } from '../../platform/window';
import type { AccountDeps } from './deps';

interface AccountItem extends ListLine {
  readonly apply: () => Promise<void>;
}

/**
 * Lets the user choose the account: a Microsoft account that VS Code knows, another one, a credential, or the sample.
 */
export async function chooseAccount({ account }: AccountDeps, say: Say): Promise<void> {
  const source = account.source();
  const mark = (isNow: boolean): Pick<ListLine, 'description'> =>
    isNow ? { description: say('account.now') } : {};
  const bySource = (to: Exclude<AccountSource, 'microsoft'>, icon: string): AccountItem => ({
    icon,
    label: say(`account.source.${to}`),
    detail: say(`account.source.${to}.line`),
    ...mark(source === to),
    apply: () => account.change(to),
  });
  const known = await account.known();
  const now = source === 'microsoft' ? await account.current().catch(() => undefined) : undefined;
  const items: AccountItem[] = [
    ...known.map((one) => ({
      icon: 'account',
      label: one.label,
      detail: say('account.known.line'),
      ...mark(now?.id === one.id),
      apply: () => account.use(one),
    })),
    {
      icon: 'add',
      label: say('account.another'),
      apply: async () => {
        await account.change('microsoft', { another: true });
      },
    },
    bySource('azureCli', 'terminal'),
    bySource('default', 'server-environment'),
    bySource('sample', 'beaker'),
  ];
  const picked = await pickOne(items, {
    title: say('account.choose.title'),
    placeHolder: say('account.choose.place'),
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  await picked?.apply();
}
