import type { SubscriptionSummary } from '../../../azure/ports';
import { markdownText } from '../../../plans/request/markdown-text';
import { failureText } from '../../../wording/failure-text';
import type { NodeTarget } from '../model/node';
import { readValue } from '../../../azure-store/queries';
import type { TreesSession } from '../session';

/** *Why*: each subscription whose list could not be read, with its reason, to be read. */
export async function whyUnread(session: TreesSession, target: NodeTarget): Promise<void> {
  if (target.is !== 'unread') return;
  const { say, showText } = session.ports;
  const reads = session.reads();
  const listOf = target.tree === 'compute' ? reads.workspaces : reads.networks;
  const sectionOf = ({ id, name }: SubscriptionSummary): readonly string[] => {
    const read = listOf(id).peek();
    return read?.is === 'problem'
      ? [`## ${markdownText(name)}`, markdownText(failureText(say, read.failure)), `\`/subscriptions/${id}\``]
      : [];
  };
  const all = readValue(reads.subscriptions.peek()) ?? [];
  const parts = [`# ${say('tree.unread.title')}`, say('tree.unread.intro'), ...all.flatMap(sectionOf)];
  await showText(say('tree.unread.file'), `${parts.join('\n\n')}\n`);
}
