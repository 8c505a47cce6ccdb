/** The forms in which a plan is written as code. */
export type CodeFormId = 'bicep' | 'arm' | 'terraform' | 'yaml' | 'python' | 'az';
