import type { Known } from './known';

/** Areas of a workspace's diagnosis. */
export const diagnosisAreas = [
  'routes',
  'rules',
  'locks',
  'names',
  'storage',
  'keyVault',
  'registry',
  'monitoring',
  'other',
] as const;
export type DiagnosisArea = (typeof diagnosisAreas)[number];

/** A result of Azure's own diagnosis of a workspace. */
export interface DiagnosisResult {
  readonly area: DiagnosisArea;
  readonly code: string;
  readonly level: 'error' | 'warning' | 'info';
  /** Azure's message. */
  readonly message: string;
}

/** A host that a workspace calls, from Azure's own list. */
export interface WorkspaceHost {
  /** Azure's name of the category, such as `Azure Storage`. */
  readonly category: string;
  /** Host name, which can begin with `*.`. */
  readonly host: string;
  readonly ports: readonly number[];
}

/** Azure's report about a workspace on request. Each part can be unreadable on its own. */
export interface WorkspaceDiagnosis {
  readonly results: Known<readonly DiagnosisResult[]>;
  readonly hosts: Known<readonly WorkspaceHost[]>;
}
