/** The forms of code that a plan can be written as, in menu order. */
export const codeFormIds = ['bicep', 'arm', 'terraform', 'yaml', 'python', 'az'] as const;

/** Formats that *Generate* can write: a form of code, or the plan file. */
export const generatedIds = [...codeFormIds, 'plan'] as const;

export type GeneratedId = (typeof generatedIds)[number];
