import { allowIn, allowOut, denyAllOut, type SampleRule } from './place';

const toEntra = allowOut(110, 'Allow-EntraID', ['Tcp', '80,443', 'AzureActiveDirectory']);
const toManager = allowOut(130, 'Allow-ResourceManager', ['Tcp', '443', 'AzureResourceManager']);
const toStorage = allowOut(140, 'Allow-Storage', ['Tcp', '443', 'Storage.WestEurope']);
const toImages = allowOut(150, 'Allow-ContainerImages', ['Tcp', '443', 'MicrosoftContainerRegistry']);
const toLayers = allowOut(160, 'Allow-ImageLayers', ['Tcp', '443', 'AzureFrontDoor.FirstParty']);
const toNetwork = allowOut(170, 'Allow-VirtualNetwork', ['Tcp', '443', 'VirtualNetwork']);

/** Rules with a deny-all from before the requirements of January 2023: no UDP 5831, no Batch, no 445. */
export const beforeNewerRules: readonly SampleRule[] = [
  toEntra,
  allowOut(120, 'Allow-AzureML', ['Tcp', '443', 'AzureMachineLearning']),
  toManager,
  toStorage,
  toImages,
  toLayers,
  toNetwork,
  denyAllOut,
];

/** Rules for everything that today's pages require, each with its own rule, before a deny-all. */
export const currentRules: readonly SampleRule[] = [
  toEntra,
  allowOut(120, 'Allow-AzureML', ['Tcp', '443,8787,18881', 'AzureMachineLearning']),
  allowOut(125, 'Allow-AzureML-UDP-5831', ['Udp', '5831', 'AzureMachineLearning']),
  allowOut(127, 'Allow-Batch-443', ['*', '443', 'BatchNodeManagement.WestEurope']),
  toManager,
  toStorage,
  allowOut(145, 'Allow-FileShare-445', ['Tcp', '445', 'Storage.WestEurope']),
  toImages,
  toLayers,
  allowOut(165, 'Allow-Studio', ['Tcp', '443', 'AzureFrontDoor.Frontend']),
  allowOut(170, 'Allow-VirtualNetwork', ['*', '*', 'VirtualNetwork']),
  denyAllOut,
];

/** `currentRules` with the allow rule that nodes with a public IP need. */
export const publicAddressRules: readonly SampleRule[] = [
  allowIn(100, 'Allow-AzureML-44224', ['Tcp', '44224', 'AzureMachineLearning']),
  ...currentRules,
];

/** Case 6: the port is right, but the source is Batch. */
export const wrongSourceRules: readonly SampleRule[] = [
  allowIn(100, 'Allow-Batch-29876', ['Tcp', '29876-29877', 'BatchNodeManagement']),
  allowIn(110, 'Allow-AzureML-44224', ['Tcp', '44224', 'BatchNodeManagement']),
];
