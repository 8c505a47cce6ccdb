import { AzureFailure } from '../../../azure/failure';
import type { SizeOptions } from '../../../contract/wizard/size-options';
import { sameId } from '../../../core/network/find';
import { isPrivateKey } from '../../../plans/ssh-key';
import type { WizardContext } from '../context';
import { loadedValue } from '../state';
import { change } from './change';

/** Changed options of the size section. */
export interface OptionFields {
  readonly ssh?:
    | {
        readonly on?: boolean | undefined;
        readonly publicPort?: boolean | undefined;
        readonly user?: string | undefined;
      }
    | undefined;
  readonly identity?: string | undefined;
  readonly tags?: SizeOptions['tags'] | undefined;
  readonly assigned?: SizeOptions['assigned'] | undefined;
  readonly shutdown?:
    { readonly on?: boolean | undefined; readonly minutes?: number | undefined } | undefined;
  readonly schedule?: Changed<SizeOptions['schedule']> | undefined;
  readonly setupScript?: Changed<SizeOptions['setupScript']> | undefined;
}

type Changed<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Returns the options with the changes applied. */
export function changedOptions(context: WizardContext, fields: OptionFields): SizeOptions {
  const { options } = context.store.get().choices;
  const { identity, tags, assigned } = fields;
  return {
    ssh: changedSsh(options.ssh, fields.ssh),
    identity: identity === undefined ? options.identity : identityOf(context, identity),
    tags: tags?.map(({ name, value }) => ({ name: name.trim(), value: value.trim() })) ?? options.tags,
    assigned: assigned === undefined ? options.assigned : trimmed(assigned),
    shutdown: changedShutdown(options.shutdown, fields.shutdown),
    schedule: changedFields(options.schedule, fields.schedule),
    setupScript: changedFields(options.setupScript, fields.setupScript),
  };
}

function changedSsh(
  ssh: SizeOptions['ssh'],
  { on, publicPort, user }: NonNullable<OptionFields['ssh']> = {},
) {
  return {
    key: ssh.key,
    on: on ?? ssh.on,
    publicPort: publicPort ?? ssh.publicPort,
    user: user?.trim() ?? ssh.user,
  };
}

function changedShutdown(
  shutdown: SizeOptions['shutdown'],
  { on, minutes }: NonNullable<OptionFields['shutdown']> = {},
): SizeOptions['shutdown'] {
  return { on: on ?? shutdown.on, minutes: validCount(minutes) ?? shutdown.minutes };
}

/** Returns the fields with the changes applied, with trimmed texts. */
function changedFields<T extends object>(before: T, fields: Changed<T> = {}): T {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const trimmed = given.map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]);
  return { ...before, ...(Object.fromEntries(trimmed) as Partial<T>) };
}

/** Returns the identity by its ID. Throws if it wasn't listed. */
function identityOf(context: WizardContext, id: string): SizeOptions['identity'] {
  if (id === 'none' || id === 'system') return { is: id };
  const found = loadedValue(context.store.get().identities)?.find((one) => sameId(one.id, id));
  if (!found) throw new AzureFailure('notFound');
  return { is: 'user', id: found.id };
}

function trimmed(assigned: SizeOptions['assigned']): SizeOptions['assigned'] {
  return assigned && { objectId: assigned.objectId.trim(), tenantId: assigned.tenantId.trim() };
}

function validCount(value: number | undefined): number | undefined {
  return value !== undefined && Number.isInteger(value) && value >= 0 ? value : undefined;
}

/** Stores a public key, valid or not. Returns false for a private key, which isn't stored. */
export function setSshKey(context: WizardContext, text: string): boolean {
  const refused = isPrivateKey(text);
  const { options } = context.store.get().choices;
  change(context, { options: { ...options, ssh: { ...options.ssh, key: refused ? '' : text.trim() } } });
  context.store.set({ privateKeyRefused: refused });
  return !refused;
}
