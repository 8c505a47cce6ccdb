import { isList, type TemplateResource, type TemplateValue } from '../template';
import { defined, emptyScope, blockHead, isObject, isParameter, type BlockContext } from './block-parts';
import { hclObject, type WrittenBlock, type HclValue } from './hcl-text';
import { computeTraits, templateField, hclValue, idOf, isCluster } from './terraform-scope';

/** Returns the compute resource; `before` contains the addresses that it depends on. */
export function computeBlock(
  one: TemplateResource,
  context: BlockContext,
  before: readonly string[],
): WrittenBlock {
  const block = isCluster(one)
    ? clusterBlock(one, context)
    : azapiBlock(one, context, idOf('workspace', context.scope));
  return { ...block, dependsOn: before };
}

function clusterBlock(one: TemplateResource, context: BlockContext): WrittenBlock {
  const { scope } = context;
  const of = (...path: readonly string[]): HclValue | undefined => {
    const found = templateField(one.properties, 'properties', ...path);
    return found === undefined ? undefined : hclValue(found, scope);
  };
  const user = of('userAccountCredentials', 'adminUserName');
  return {
    ...blockHead(one, scope),
    ignored: ignoredSubnet(one),
    values: defined({
      name: hclValue(one.name, scope),
      machine_learning_workspace_id: idOf('workspace', scope),
      location: hclValue(one.location ?? '', scope),
      vm_size: of('vmSize'),
      vm_priority: of('vmPriority'),
      node_public_ip_enabled: of('enableNodePublicIp'),
      ssh_public_access_enabled: of('remoteLoginPortPublicAccess') === 'Enabled',
      local_auth_enabled: templateField(one.properties, 'disableLocalAuth') !== true,
      subnet_resource_id: of('subnet', 'id'),
      tags: one.tags === null ? undefined : hclValue(one.tags, scope),
    }),
    blocks: [
      {
        head: 'scale_settings',
        values: defined({
          min_node_count: of('scaleSettings', 'minNodeCount'),
          max_node_count: of('scaleSettings', 'maxNodeCount'),
          scale_down_nodes_after_idle_duration: of('scaleSettings', 'nodeIdleTimeBeforeScaleDown'),
        }),
      },
      ...identityBlocks(one),
      ...(user === undefined
        ? []
        : [
            {
              head: 'ssh',
              values: defined({
                admin_username: user,
                key_value: of('userAccountCredentials', 'adminUserSshPublicKey'),
              }),
            },
          ]),
    ],
  };
}

/** Returns the check that isn't reported for the subnet. */
function ignoredSubnet({ properties }: TemplateResource): string | undefined {
  const inner = templateField(properties, 'properties') ?? '';
  return isObject(inner) ? inner.ignored?.['subnet'] : undefined;
}

/** Returns the block of a resource that azurerm doesn't support, or not with every setting of the plan. */
export function azapiBlock(one: TemplateResource, context: BlockContext, parent: HclValue): WrittenBlock {
  const { scope, secrets, ofInstance } = context;
  const { open, secret } = withoutSecrets(one.properties, secrets);
  const isInstance = computeTraits(one).isPersonal === true;
  return {
    ...blockHead(one, scope),
    comment: isInstance ? [...one.comment, ofInstance] : one.comment,
    values: {
      type: `${one.type}@${one.apiVersion}`,
      name: hclValue(one.name, scope),
      parent_id: parent,
      location: hclValue(one.location ?? '', scope),
      ...(one.tags === null ? {} : { tags: hclValue(one.tags, scope) }),
      body: hclObject({ properties: hclValue(open, scope) }),
      ...(secret === undefined ? {} : { sensitive_body: hclObject({ properties: hclValue(secret, scope) }) }),
    },
    blocks: identityBlocks(one),
  };
}

function identityBlocks({ identity }: TemplateResource): readonly WrittenBlock[] {
  if (identity === null) return [];
  const type = templateField(identity, 'type');
  const users = templateField(identity, 'userAssignedIdentities');
  const isUser = users !== undefined && typeof users === 'object' && !isList(users) && users.is === 'keyed';
  return [
    {
      head: 'identity',
      values: {
        type: typeof type === 'string' ? type : 'SystemAssigned',
        ...(isUser ? { identity_ids: [hclValue(users.key, emptyScope)] } : {}),
      },
    },
  ];
}

/** Splits the properties into those without secrets and those with a secret variable, which are never in the state. */
function withoutSecrets(
  value: TemplateValue,
  secrets: ReadonlySet<string>,
): { readonly open: TemplateValue; readonly secret: TemplateValue | undefined } {
  if (!isObject(value)) return { open: value, secret: undefined };
  const open: Record<string, TemplateValue> = {};
  const secret: Record<string, TemplateValue> = {};
  for (const [name, field] of Object.entries(value.fields)) {
    if (isParameter(field) && secrets.has(field.name)) secret[name] = field;
    else {
      const inner = withoutSecrets(field, secrets);
      open[name] = inner.open;
      if (inner.secret !== undefined) secret[name] = inner.secret;
    }
  }
  return {
    open: { ...value, fields: open },
    secret: Object.keys(secret).length === 0 ? undefined : { is: 'object', fields: secret },
  };
}
