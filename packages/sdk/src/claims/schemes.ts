/** A scheme by which something is said of a cloud: who issues it, and what its levels are, the weakest first. */
export interface Scheme {
  title: string;
  /** Who issues or keeps the scheme; who assessed a cloud stands in the claim. */
  issuer: string;
  /** Levels that a claim may name, the weakest first; none where the scheme has none. */
  levels?: readonly string[];
  /** `assurance`: security and compliance. `sovereignty`: control, jurisdiction. `industry`: one sector's own. `switching`: way out. */
  about: 'assurance' | 'sovereignty' | 'industry' | 'switching' | 'management';
  /** Only somebody else can award it: a cloud cannot declare it of itself, and neither can we. */
  awarded?: true;
}

const iso = (title: string, about: Scheme['about'] = 'assurance'): Scheme => ({ title, issuer: 'ISO', about });

/** Every scheme there is, by its id. The list is closed, so that a typing error in a claim or a policy is found. */
export const SCHEMES = {
  c5: { title: 'C5', issuer: 'BSI (DE)', levels: ['type-1', 'type-2'], about: 'assurance' },
  c3a: { title: 'C3A', issuer: 'BSI (DE)', levels: ['C1', 'C2'], about: 'sovereignty' },
  secnumcloud: { title: 'SecNumCloud', issuer: 'ANSSI (FR)', levels: ['3.1', '3.2'], about: 'sovereignty' },
  hds: { title: 'Hébergeur de données de santé', issuer: 'ANS (FR)', levels: ['1', '2'], about: 'industry' },
  ens: {
    title: 'Esquema Nacional de Seguridad',
    issuer: 'CCN (ES)',
    levels: ['basica', 'media', 'alta'],
    about: 'assurance',
  },
  acn: {
    title: 'ACN cloud qualification',
    issuer: 'ACN (IT)',
    levels: ['QI1', 'QC1', 'QI2', 'QC2', 'QI3', 'QC3', 'QI4', 'QC4'],
    about: 'assurance',
  },
  eucs: { title: 'EUCS', issuer: 'ENISA (EU)', levels: ['basic', 'substantial', 'high'], about: 'assurance' },
  'iso-27001': iso('ISO/IEC 27001'),
  'iso-27017': iso('ISO/IEC 27017'),
  'iso-27018': iso('ISO/IEC 27018'),
  'iso-27701': iso('ISO/IEC 27701'),
  'iso-22301': iso('ISO 22301'),
  'iso-20000-1': iso('ISO/IEC 20000-1', 'management'),
  'iso-9001': iso('ISO 9001', 'management'),
  'iso-14001': iso('ISO 14001', 'management'),
  'iso-50001': iso('ISO 50001', 'management'),
  'soc-1': { title: 'SOC 1', issuer: 'AICPA (US)', levels: ['type-1', 'type-2'], about: 'assurance' },
  'soc-2': { title: 'SOC 2', issuer: 'AICPA (US)', levels: ['type-1', 'type-2'], about: 'assurance' },
  'soc-3': { title: 'SOC 3', issuer: 'AICPA (US)', about: 'assurance' },
  'pci-dss': { title: 'PCI DSS', issuer: 'PCI SSC', about: 'industry' },
  'csa-star': { title: 'CSA STAR', issuer: 'Cloud Security Alliance', levels: ['1', '2'], about: 'assurance' },
  tisax: { title: 'TISAX', issuer: 'ENX Association', levels: ['AL1', 'AL2', 'AL3'], about: 'industry' },
  'en-50600': { title: 'EN 50600', issuer: 'CENELEC', about: 'assurance' },
  'nen-7510': { title: 'NEN 7510', issuer: 'NEN (NL)', about: 'industry' },
  'it-grundschutz': { title: 'ISO 27001 on the basis of IT-Grundschutz', issuer: 'BSI (DE)', about: 'assurance' },
  'gaia-x': {
    title: 'Gaia-X compliance',
    issuer: 'Gaia-X AISBL',
    levels: ['standard', 'label-1', 'label-2', 'label-3'],
    about: 'sovereignty',
  },
  'cispe-code-of-conduct': {
    title: 'CISPE Data Protection Code of Conduct',
    issuer: 'CISPE',
    levels: ['candidate', 'monitored'],
    about: 'assurance',
  },
  'cispe-sovereign-resilient': {
    title: 'CISPE Sovereign and Resilient Cloud Services',
    issuer: 'CISPE',
    levels: ['resilient', 'sovereign'],
    about: 'sovereignty',
    awarded: true,
  },
  eucsf: {
    title: 'EU Cloud Sovereignty Framework',
    issuer: 'European Commission',
    levels: ['SEAL-0', 'SEAL-1', 'SEAL-2', 'SEAL-3', 'SEAL-4'],
    about: 'sovereignty',
    awarded: true,
  },
  cada: {
    title: 'Union assurance level of the proposed Cloud and AI Development Act',
    issuer: 'European Union',
    levels: ['1', '2', '3', '4'],
    about: 'sovereignty',
    awarded: true,
  },
  'data-act-switching': { title: 'Data Act, chapter VI: switching', issuer: 'European Union', about: 'switching' },
  swipo: { title: 'SWIPO IaaS Code of Conduct (historic)', issuer: 'SWIPO AISBL', about: 'switching' },
} as const satisfies Record<string, Scheme>;

export type SchemeId = keyof typeof SCHEMES;

/** The ids of all schemes. */
export const SCHEME_IDS = Object.keys(SCHEMES) as [SchemeId, ...SchemeId[]];

/**
 * What is known of a scheme.
 *
 * @example
 * schemeOf('c5').issuer; // 'BSI (DE)'
 */
export function schemeOf(id: SchemeId): Scheme {
  return SCHEMES[id];
}

/**
 * Whether a claim's level is `wanted` or a stronger one; null where the claim names no level, so that nobody can tell.
 *
 * @example
 * reachesLevel('c5', 'type-2', 'type-1'); // true
 */
export function reachesLevel(id: SchemeId, level: string | undefined, wanted: string | undefined): boolean | null {
  if (wanted === undefined) return true;
  if (level === undefined) return null;
  const { levels = [] } = schemeOf(id);
  return levels.indexOf(level) >= levels.indexOf(wanted) && levels.includes(wanted);
}
