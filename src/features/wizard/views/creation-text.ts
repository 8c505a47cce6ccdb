import type { MessageKey } from '../../../messages/en/catalog';

/** What is said of a creation, and the same of something that is attached. */
const whereAttached: Readonly<Partial<Record<MessageKey, MessageKey>>> = {
  'create.title': 'attach.title',
  'create.ready': 'attach.ready',
  'create.failed': 'attach.failed',
  'create.notSetUp': 'attach.failed',
  'create.left': 'attach.left',
  'create.unsure': 'attach.unsure',
  'create.step.ready': 'attach.step.ready',
  'create.line.refused': 'attach.line.refused',
  'create.anyway.title': 'attach.anyway.title',
  'create.anyway.button': 'attach.anyway.button',
  'create.delete.title': 'attach.detach.title',
  'create.delete.detail': 'attach.detach.detail',
  'create.delete.button': 'attach.detach.button',
  'create.delete.forbidden': 'attach.detach.forbidden',
  'create.delete.failed': 'attach.detach.failed',
  'create.deleting': 'attach.detaching',
  'create.line.deleting': 'attach.line.detaching',
  'create.deleted': 'attach.detached',
  'create.toast.ready': 'attach.toast.ready',
  'create.toast.failed': 'attach.toast.failed',
  'review.create': 'review.attach',
  'review.showCreation': 'review.showAttaching',
};

/** The key of what is said: things are made, or attached. */
export function creationMessageKey(attaches: boolean, key: MessageKey): MessageKey {
  return (attaches ? whereAttached[key] : undefined) ?? key;
}
