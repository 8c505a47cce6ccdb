import { coresInUse } from '../computes/compute-nodes';
import type { BodyJson } from '../body-json';
import { ok, listPageReply, type Reply } from '../responses';
import { defineRoute, type RequestRoute, type RouteCall } from '../router';
import { inSubscription } from './guards';

const provider = 'Microsoft.MachineLearningServices';
const place = `/subscriptions/:subscription/providers/${provider}/locations/:location`;

export const machineSizeRoutes: readonly RequestRoute[] = [
  defineRoute(`GET ${place}/vmSizes`, inSubscription(listSizes)),
  defineRoute(`GET ${place}/usages`, inSubscription(listUsages)),
  defineRoute(`GET ${place}/quotas`, inSubscription(listQuotas)),
];

/** Returns a fifth of the price, in cents, which is about the low-priority price. */
function lowPriorityOf(price: number): number {
  return Math.round(price * 20) / 100;
}

function listSizes({ world }: RouteCall): Reply {
  const value = world.settings.machineSizes.map((size): BodyJson => ({
    name: size.name,
    family: size.family,
    vCPUs: size.cores,
    gpus: size.gpus,
    osVhdSizeMB: 1047552,
    maxResourceVolumeMB: size.memoryGB * 2048,
    memoryGB: size.memoryGB,
    lowPriorityCapable: size.lowPriority,
    premiumIO: true,
    estimatedVMPrices: {
      billingCurrency: 'USD',
      unitOfMeasure: 'OneHour',
      values: [
        { retailPrice: size.price, osType: 'Linux', vmTier: 'Standard' },
        ...(size.lowPriority
          ? [{ retailPrice: lowPriorityOf(size.price), osType: 'Linux', vmTier: 'LowPriority' }]
          : []),
      ],
    },
    supportedComputeTypes: ['AmlCompute', 'ComputeInstance'],
  }));
  return ok({ value });
}

/** Lists used and allowed cores of each VM family, for all workspaces of the subscription in the region. */
function listUsages({ world, request, param }: RouteCall): Reply {
  const [subscriptionId, location] = [param('subscription'), param('location')];
  const inUse = coresInUse(world, { subscriptionId, location });
  const rows = world.settings.quotas.map((quota) => ({
    name: quota.family,
    title: `${quota.title} Cluster Dedicated vCPUs`,
    current: quota.usedElsewhere + (inUse.get(quota.family) ?? 0),
    limit: quota.limit,
  }));
  const total = rows.reduce((sum, row) => sum + row.current, 0);
  const all = [
    ...rows,
    {
      name: 'TotalDedicatedCores',
      title: 'Total Cluster Dedicated Regional vCPUs',
      current: total,
      limit: 350,
    },
    { name: 'LowPriorityCores', title: 'Total Cluster LowPriority Regional vCPUs', current: 0, limit: 100 },
  ];
  const value = all.map((row): BodyJson => ({
    id: `/subscriptions/${subscriptionId}/providers/${provider}/locations/${location}/usages/${row.name}`,
    amlWorkspaceLocation: location,
    type: `${provider}/usages`,
    unit: 'Count',
    currentValue: row.current,
    limit: row.limit,
    name: { value: row.name, localizedValue: row.title },
  }));
  return listPageReply(value, { url: request.url, size: world.settings.pageSize });
}

function listQuotas({ world, request, param }: RouteCall): Reply {
  const [subscriptionId, location] = [param('subscription'), param('location')];
  const value = world.settings.quotas.map((quota): BodyJson => ({
    id: `/subscriptions/${subscriptionId}/providers/${provider}/locations/${location}/quotas/${quota.family}`,
    amlWorkspaceLocation: location,
    type: `${provider}/quotas`,
    unit: 'Count',
    limit: quota.limit,
    name: { value: quota.family, localizedValue: `${quota.title} Cluster Dedicated vCPUs` },
  }));
  return listPageReply(value, { url: request.url, size: world.settings.pageSize });
}
