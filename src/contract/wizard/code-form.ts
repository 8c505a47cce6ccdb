/** The forms in which a plan is written as code, in the order of the menu. */
export const codeFormIds = ['bicep', 'arm', 'terraform', 'yaml', 'python', 'az'] as const;

/** What *Generate* writes: a form of code, or the plan file. */
export const generatedIds = [...codeFormIds, 'plan'] as const;

export type GeneratedId = (typeof generatedIds)[number];
