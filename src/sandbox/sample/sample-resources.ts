import branchNetwork from './resources/branch-network.json';
import computes from './resources/computes.json';
import copiedNetwork from './resources/copied-network.json';
import databricks from './resources/databricks.json';
import databricksNetwork from './resources/databricks-network.json';
import developmentNetwork from './resources/development-network.json';
import flowLogs from './resources/flow-logs.json';
import hdinsight from './resources/hdinsight.json';
import identities from './resources/identities.json';
import insurance from './resources/insurance.json';
import machines from './resources/machines.json';
import partnerNetwork from './resources/partner-network.json';
import peeredSpoke from './resources/peered-spoke.json';
import productionNetwork from './resources/production-network.json';
import projectAndFeatureStore from './resources/project-and-feature-store.json';
import quarantineNetwork from './resources/quarantine-network.json';
import quickstartNetwork from './resources/quickstart-network.json';
import readableHub from './resources/readable-hub.json';
import regulatedNetwork from './resources/regulated-network.json';
import segmentedNetwork from './resources/segmented-network.json';
import smallNetwork from './resources/small-network.json';
import spokeNetwork from './resources/spoke-network.json';
import tunnelNetwork from './resources/tunnel-network.json';
import unfitNetworks from './resources/unfit-networks.json';
import virtualWan from './resources/virtual-wan.json';
import workspaces from './resources/workspaces.json';
import type { SampleResource } from './place-resources';

/** Resources in the order in which they were created, as lists show them. */
export const sampleResources: readonly SampleResource[] = frozen(
  [
    productionNetwork,
    developmentNetwork,
    spokeNetwork,
    unfitNetworks,
    partnerNetwork,
    quickstartNetwork,
    copiedNetwork,
    smallNetwork,
    segmentedNetwork,
    tunnelNetwork,
    quarantineNetwork,
    peeredSpoke,
    branchNetwork,
    regulatedNetwork,
    databricksNetwork,
    readableHub,
    virtualWan,
    flowLogs,
    identities,
    workspaces,
    projectAndFeatureStore,
    databricks,
    machines,
    hdinsight,
    insurance,
  ].flat(),
);

/** Compute resources, created after the private DNS zones. */
export const sampleComputeResources: readonly SampleResource[] = frozen(computes);

/** Freezes the objects, because all sandboxes share them. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
