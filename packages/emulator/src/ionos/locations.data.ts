export interface LocationData {
  id: string;
  name: string;
  cpuFamilies: readonly { cpuFamily: string; vendor: string; maxCores: number; maxRam: number }[];
}

const GIB = 1024;
const icelake = { cpuFamily: 'INTEL_ICELAKE', vendor: 'GenuineIntel', maxCores: 60, maxRam: 230 * GIB };
const skylake = { cpuFamily: 'INTEL_SKYLAKE', vendor: 'GenuineIntel', maxCores: 51, maxRam: 230 * GIB };
const epyc = { cpuFamily: 'AMD_EPYC', vendor: 'AuthenticAMD', maxCores: 60, maxRam: 230 * GIB };

/** Locations as the vendor's clients name them (ionos-cloud/sdk-go 6.3.11, terraform-provider-ionoscloud, read 2026-11); which families are where is a sample. */
export const LOCATIONS: readonly LocationData[] = [
  { id: 'de/fra', name: 'frankfurt', cpuFamilies: [skylake, epyc] },
  { id: 'de/fra/2', name: 'frankfurt2', cpuFamilies: [epyc] },
  { id: 'de/txl', name: 'berlin', cpuFamilies: [skylake] },
  { id: 'gb/lhr', name: 'london', cpuFamilies: [skylake, icelake] },
  { id: 'gb/bhx', name: 'worcester', cpuFamilies: [icelake] },
  { id: 'fr/par', name: 'paris', cpuFamilies: [icelake] },
  { id: 'es/vit', name: 'logrono', cpuFamilies: [icelake] },
  { id: 'us/las', name: 'lasvegas', cpuFamilies: [skylake] },
  { id: 'us/ewr', name: 'newark', cpuFamilies: [skylake] },
  { id: 'us/mci', name: 'lenexa', cpuFamilies: [icelake] },
];
