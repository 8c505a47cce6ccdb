import { logWorkspaceType, watcherType } from '../routes/flow-logs';
import type { World } from '../settings';
import { inGroup, networkId, westEurope } from './names';

const group = 'rg-network-prod';

/** The region's network watcher: a VNet flow log that Log Analytics keeps, and one of an NSG as they were made earlier. */
export function placeFlowLogs(world: World): void {
  const watcher = `${inGroup(group)}/providers/${watcherType}/NetworkWatcher_westeurope`;
  const logs = `${inGroup(group)}/providers/${logWorkspaceType}/log-network-weu`;
  world.store.put({ id: logs, location: westEurope.name, properties: { retentionInDays: 30 } });
  world.store.put({ id: watcher, location: westEurope.name, properties: {} });
  const analytics = (enabled: boolean) => ({
    networkWatcherFlowAnalyticsConfiguration: {
      enabled,
      workspaceResourceId: logs,
      workspaceRegion: westEurope.name,
      trafficAnalyticsInterval: 10,
    },
  });
  world.store.put({
    id: `${watcher}/flowLogs/vnet-ml-prod-weu-flows`,
    properties: {
      targetResourceId: networkId(group, 'virtualNetworks', 'vnet-ml-prod-weu'),
      enabled: true,
      flowAnalyticsConfiguration: analytics(true),
    },
  });
  world.store.put({
    id: `${watcher}/flowLogs/nsg-training-flows`,
    properties: {
      targetResourceId: networkId(group, 'networkSecurityGroups', 'nsg-training'),
      enabled: true,
      flowAnalyticsConfiguration: analytics(false),
    },
  });
}
