import type { ToolName } from './tool-inputs';

/** Prefix of tool names in an editor, where the tools of all extensions share one namespace. */
export const editorToolPrefix = 'amlSecureCompute_';

/** Names that a user types after `#` in a chat. */
export const editorToolReferences: Readonly<Record<ToolName, string>> = {
  check_network_files: 'amlCheckFiles',
  explain_finding: 'amlExplainFinding',
  propose_fix: 'amlProposeFix',
  compare_networks: 'amlCompareNetworks',
  azure_ml_requirements: 'amlRequirements',
  check_subnet: 'amlCheckSubnet',
};
