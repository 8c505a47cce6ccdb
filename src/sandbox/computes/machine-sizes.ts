/** A virtual machine size as the ML provider lists it. */
export interface MachineSize {
  readonly name: string;
  readonly family: string;
  readonly cores: number;
  readonly gpus: number;
  readonly memoryGB: number;
  /** Retail price per hour in US dollars, rounded, for display. */
  readonly price: number;
  readonly lowPriority: boolean;
}

/** Quota of dedicated cores of a VM family for the subscription in a region. */
export interface FamilyQuota {
  readonly family: string;
  readonly title: string;
  readonly limit: number;
  /** Cores used by machines of other workspaces, which aren't in the sandbox. */
  readonly usedElsewhere: number;
}

export const machineSizes: readonly MachineSize[] = [
  size('STANDARD_D2_V2', 'standardDv2Family', { cores: 2, memoryGB: 7, price: 0.14 }),
  size('STANDARD_D3_V2', 'standardDv2Family', { cores: 4, memoryGB: 14, price: 0.29 }),
  size('STANDARD_DS3_V2', 'standardDSv2Family', { cores: 4, memoryGB: 14, price: 0.29 }),
  size('STANDARD_DS11_V2', 'standardDSv2Family', { cores: 2, memoryGB: 14, price: 0.19 }),
  size('Standard_D4s_v5', 'standardDSv5Family', { cores: 4, memoryGB: 16, price: 0.23 }),
  size('Standard_D8s_v5', 'standardDSv5Family', { cores: 8, memoryGB: 32, price: 0.46 }),
  size('Standard_E4s_v3', 'standardESv3Family', { cores: 4, memoryGB: 32, price: 0.32 }),
  size('Standard_F4s_v2', 'standardFSv2Family', { cores: 4, memoryGB: 8, price: 0.19 }),
  size('Standard_NC4as_T4_v3', 'Standard NCASv3_T4 Family', { cores: 4, memoryGB: 28, price: 0.65, gpus: 1 }),
  size('Standard_NC16as_T4_v3', 'Standard NCASv3_T4 Family', {
    cores: 16,
    memoryGB: 110,
    price: 1.49,
    gpus: 1,
  }),
  size('Standard_NC24ads_A100_v4', 'StandardNCADSA100v4Family', {
    cores: 24,
    memoryGB: 220,
    price: 4.7,
    gpus: 1,
  }),
  size('Standard_ND96amsr_A100_v4', 'standardNDAMSv4_A100Family', {
    cores: 96,
    memoryGB: 1900,
    price: 41,
    gpus: 8,
    lowPriority: false,
  }),
];

export const familyQuotas: readonly FamilyQuota[] = [
  { family: 'standardDv2Family', title: 'Standard Dv2 Family', limit: 100, usedElsewhere: 0 },
  { family: 'standardDSv2Family', title: 'Standard DSv2 Family', limit: 100, usedElsewhere: 12 },
  { family: 'standardDSv5Family', title: 'Standard DSv5 Family', limit: 100, usedElsewhere: 24 },
  { family: 'standardESv3Family', title: 'Standard ESv3 Family', limit: 24, usedElsewhere: 24 },
  { family: 'standardFSv2Family', title: 'Standard FSv2 Family', limit: 24, usedElsewhere: 0 },
  { family: 'Standard NCASv3_T4 Family', title: 'Standard NCASv3_T4 Family', limit: 24, usedElsewhere: 0 },
  { family: 'StandardNCADSA100v4Family', title: 'Standard NCADSA100v4 Family', limit: 0, usedElsewhere: 0 },
  { family: 'standardNDAMSv4_A100Family', title: 'Standard NDAMSv4_A100 Family', limit: 0, usedElsewhere: 0 },
];

interface SizeFacts {
  readonly cores: number;
  readonly memoryGB: number;
  readonly price: number;
  readonly gpus?: number;
  readonly lowPriority?: boolean;
}

function size(name: string, family: string, facts: SizeFacts): MachineSize {
  return { name, family, gpus: 0, lowPriority: true, ...facts };
}
