import { segmentOf } from '../../../core/network/find';
import type { PlanSay } from '../../say';
import { commentLines } from '../comment-lines';
import { cloudOfPlan, expandHome } from '../scripts/script-parts';
import { shellWord } from '../scripts/shell-text';
import {
  machineImage,
  typeOfNewTarget,
  type NewMachine,
  type NewSparkCluster,
  type NewTarget,
} from './new-target';
import { gatewayUser, sparkVersions, workerNodes } from './spark-template';

const keyFile = 'SSH_PUBLIC_KEY_FILE';

/** Returns a script for the Azure CLI. It doesn't change an existing resource, as `az vm create` would. */
export function createScript(target: NewTarget, heading: readonly string[], say: PlanSay): string {
  const { is, name, workspaceId } = target;
  const { type, apiVersion } = typeOfNewTarget(is);
  const cloud = { public: null, usgov: 'AzureUSGovernment', china: 'AzureChinaCloud' }[cloudOfPlan(target)];
  const isSpark = is === 'spark';
  const command = target.is === 'machine' ? machineCommand(target) : sparkCommand(target);
  const needs = [say('newTarget.needsAz'), ...(isSpark ? [say('newTarget.password')] : [])];
  const parts: readonly (readonly string[])[] = [
    ['#!/usr/bin/env bash', ...commentLines(heading, '#')],
    commentLines(needs, '#'),
    ['set -euo pipefail'],
    [
      `subscription=${shellWord(segmentOf(workspaceId, 'subscriptions') ?? '')}`,
      `group=${shellWord(segmentOf(workspaceId, 'resourceGroups') ?? '')}`,
      `name=${shellWord(name)}`,
    ],
    ...(cloud === null
      ? []
      : [commentLines([say('write.script.cloud', { command: `az cloud set --name ${cloud}` })], '#')]),
    [
      `target="/subscriptions/$subscription/resourceGroups/$group/providers/${type}/$name?api-version=${apiVersion}"`,
      'if answer=$(az rest --method get --url "$target" --output none 2>&1); then',
      `  echo ${shellWord(say(`newTarget.exists.${is}`, { name }))} >&2`,
      '  exit 1',
      'elif [[ "$answer" != *NotFound* ]]; then',
      '  echo "$answer" >&2',
      '  exit 1',
      'fi',
    ],
    [
      ...commentLines([say('newTarget.keyFile')], '#'),
      `if [ -z "\${${keyFile}:-}" ]; then read -r -p ${shellWord(`${say('newTarget.askKeyFile')}: `)} ${keyFile}; fi`,
      expandHome(keyFile),
      ...(isSpark ? [`key=$(cat -- "$${keyFile}")`] : []),
    ],
    command.map((word, at) => `${at === 0 ? '' : '  '}${word}${at < command.length - 1 ? ' \\' : ''}`),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const place = ['--subscription="$subscription"', '--resource-group="$group"', '--name="$name"'];

function machineCommand({ location, vmSize, subnetId, adminUser }: NewMachine): readonly string[] {
  const { publisher, offer, sku, version } = machineImage;
  return [
    'az vm create',
    ...place,
    `--location=${shellWord(location)}`,
    `--size=${shellWord(vmSize)}`,
    `--image=${[publisher, offer, sku, version].join(':')}`,
    `--subnet=${shellWord(subnetId)}`,
    '--public-ip-address=""',
    '--nsg=""',
    `--admin-username=${shellWord(adminUser)}`,
    '--authentication-type=ssh',
    `--ssh-key-values="$${keyFile}"`,
    "--assign-identity='[system]'",
    '--security-type=TrustedLaunch',
    '--enable-secure-boot=true',
    '--enable-vtpm=true',
    '--storage-sku=Premium_LRS',
    '--nic-delete-option=Delete',
    '--os-disk-delete-option=Delete',
  ];
}

/**
 * Returns the command for a Spark cluster. Without `--http-password`, the Azure CLI prompts for the password twice
 * without showing it (`prompt_pass`, azure-cli 2.x).
 */
function sparkCommand(cluster: NewSparkCluster): readonly string[] {
  const { location, vmSize, subnetId, adminUser, storageAccountId, storageIdentityId, name } = cluster;
  return [
    'az hdinsight create',
    ...place,
    `--location=${shellWord(location)}`,
    '--type=spark',
    `--version=${sparkVersions.cluster}`,
    `--component-version Spark=${sparkVersions.spark}`,
    '--cluster-tier=standard',
    '--minimal-tls-version=1.2',
    `--headnode-size=${shellWord(vmSize)}`,
    `--workernode-size=${shellWord(vmSize)}`,
    `--workernode-count=${String(workerNodes)}`,
    `--http-user=${gatewayUser}`,
    `--ssh-user=${shellWord(adminUser)}`,
    '--ssh-public-key="$key"',
    `--subnet=${shellWord(subnetId)}`,
    '--resource-provider-connection=Inbound',
    `--storage-account=${shellWord(storageAccountId)}`,
    `--storage-filesystem=${shellWord(name.toLowerCase())}`,
    `--storage-account-managed-identity=${shellWord(storageIdentityId)}`,
  ];
}
