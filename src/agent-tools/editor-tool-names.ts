import type { ToolName } from './tool-inputs';

/** Before the name of a tool in an editor, whose names are those of all extensions. */
export const editorToolPrefix = 'amlSecureCompute_';

/** What a user writes after `#` in a chat. */
export const editorToolReferences: Readonly<Record<ToolName, string>> = {
  check_network_files: 'amlCheckFiles',
  explain_finding: 'amlExplainFinding',
  propose_fix: 'amlProposeFix',
  compare_networks: 'amlCompareNetworks',
  azure_ml_requirements: 'amlRequirements',
  check_subnet: 'amlCheckSubnet',
};
