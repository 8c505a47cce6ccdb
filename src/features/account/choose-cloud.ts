import type { Say } from '../../messages/say';
import { cloudChoices, type CloudSetting } from '../../platform/account-settings';
import { showTextInput, pickOne, type ListLine } from '../../platform/window';
import type { AccountDeps } from './deps';

interface CloudItem extends ListLine {
  readonly cloud: CloudSetting;
}

/** Lets the user choose the cloud. For a custom cloud, asks for the address of its resource manager. */
export async function chooseCloud({ account }: AccountDeps, say: Say): Promise<void> {
  const now = account.place();
  const items: CloudItem[] = cloudChoices.map((cloud) => ({
    cloud,
    icon: 'cloud',
    label: say(`account.cloud.${cloud}`),
    ...(cloud === now.cloud ? { description: say('account.now') } : {}),
  }));
  const picked = await pickOne(items, {
    title: say('account.chooseCloud.title'),
    placeHolder: say('account.chooseCloud.place'),
    ignoreFocusOut: true,
  });
  if (!picked) return;
  const endpoint = picked.cloud === 'custom' ? await askEndpoint(say, now.endpoint) : now.endpoint;
  if (endpoint !== undefined) await account.changePlace({ cloud: picked.cloud, endpoint });
}

function askEndpoint(say: Say, value: string): Thenable<string | undefined> {
  return showTextInput({
    title: say('account.endpoint.title'),
    prompt: say('account.endpoint.prompt'),
    value,
    placeHolder: 'https://',
    ignoreFocusOut: true,
    validateInput: (text) => (isSecure(text.trim()) ? undefined : say('account.endpoint.invalid')),
  });
}

function isSecure(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:' && new URL(text).host !== '';
}
