/** Code forms in which a plan can be written. */
export type CodeFormId = 'bicep' | 'arm' | 'terraform' | 'yaml' | 'python' | 'az';
