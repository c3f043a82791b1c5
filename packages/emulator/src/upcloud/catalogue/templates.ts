import type { StorageRecord } from '../records.js';

const CREATED = Date.UTC(2024, 5, 1);

/** Title, size, labels as UpCloud writes them on what is made from it. */
const TEMPLATES = [
  ['000020060100', 'Debian GNU/Linux 11 (Bullseye)', 3, 'Debian', '11', 'debian'],
  ['000020070100', 'Debian GNU/Linux 12 (Bookworm)', 3, 'Debian', '12', 'debian'],
  ['000020080100', 'Debian GNU/Linux 13 (Trixie)', 3, 'Debian', '13', 'debian'],
  ['000030220200', 'Ubuntu Server 22.04 LTS (Jammy Jellyfish)', 4, 'Ubuntu', '22.04', 'ubuntu'],
  ['000030240200', 'Ubuntu Server 24.04 LTS (Noble Numbat)', 5, 'Ubuntu', '24.04', 'ubuntu'],
  ['000080030101', 'Rocky Linux 9', 10, 'Rocky Linux', '9', 'rocky'],
  ['000140020100', 'AlmaLinux 9', 10, 'AlmaLinux', '9', 'almalinux'],
  ['000010080300', 'Windows Server 2022 Standard', 25, 'Windows', '2022', 'windows'],
] as const;

const CDROMS = [['000020060101', 'Debian GNU/Linux 11.0.0 (Bullseye) Installation CD']] as const;

const common = {
  zone: '',
  access: 'public' as const,
  state: 'online' as const,
  tier: '',
  encrypted: 'no' as const,
  labels: [],
  origin: null,
  backupRule: {},
  created: CREATED,
};

/** Templates and CD-ROMs that everybody sees; UUIDs of Debian 11 and Ubuntu 24.04 as in the vendor's own tests, the others in their manner. */
export const publicStorages: readonly StorageRecord[] = [
  ...TEMPLATES.map(([id, title, size]) => ({
    ...common,
    uuid: `01000000-0000-4000-8000-${id}`,
    title,
    size,
    type: 'template' as const,
    templateType: title.startsWith('Windows') ? ('native' as const) : ('cloud-init' as const),
  })),
  ...CDROMS.map(([id, title]) => ({
    ...common,
    uuid: `01000000-0000-4000-8000-${id}`,
    title,
    size: 1,
    type: 'cdrom' as const,
    templateType: null,
  })),
];

/** The labels that UpCloud itself puts on a storage that is made from one of its templates (recorded 2025-03). */
export function systemLabels(template: string): { key: string; value: string }[] {
  const found = TEMPLATES.find(([id]) => template.endsWith(id));
  if (!found) return [{ key: '_template_uuid', value: template }];
  const [, , , brand, version, type] = found;
  return [
    { key: '_os_architecture', value: '64' },
    { key: '_os_brand_name', value: brand },
    { key: '_os_brand_version', value: version },
    { key: '_os_main_category', value: type === 'windows' ? 'Windows' : 'Linux' },
    { key: '_os_type', value: type },
    { key: '_template_uuid', value: template },
  ];
}
