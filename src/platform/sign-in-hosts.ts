import type * as vscode from 'vscode';
import { confirm } from './quick-input';
import { editorMessages } from './editor-language';

/** A host that would receive credentials, and the endpoint that named it. */
interface NamedHost {
  readonly endpoint: string;
  readonly host: string;
}

/** The sign-in hosts that the user allows, each for the endpoint that named it. */
export interface SignInHosts {
  /** Asks once for each endpoint and host, however many callers wait. Yes is stored permanently, no for this window. */
  isAllowed(named: NamedHost): Promise<boolean>;
  /** Forgets the refusals, so that the user is asked again. */
  forgetRefusals(): void;
}

const allowedKey = 'account.signInHosts';

export function createSignInHosts(memory: vscode.Memento): SignInHosts {
  const answers = new Map<string, Promise<boolean>>();
  const allowed = (): readonly string[] => memory.get<readonly string[]>(allowedKey) ?? [];

  async function ask({ endpoint, host }: NamedHost, key: string): Promise<boolean> {
    const { say } = await editorMessages();
    const isAllowed = await confirm({
      title: say('account.signInHost.title', { host }),
      detail: say('account.signInHost.detail', { endpoint, host }),
      button: say('account.signInHost.button', { host }),
    });
    if (isAllowed) await memory.update(allowedKey, [...new Set([...allowed(), key])]);
    return isAllowed;
  }

  return {
    isAllowed(named) {
      const key = `${named.endpoint} ${named.host}`;
      if (allowed().includes(key)) return Promise.resolve(true);
      const answer = answers.get(key) ?? ask(named, key);
      answers.set(key, answer);
      return answer;
    },
    forgetRefusals: () => answers.clear(),
  };
}
