/** Public images: a sample of the vendor's, by the aliases that its documentation and clients use (read 2026-11). */
export const IMAGES = [
  { name: 'debian-11-server', aliases: ['debian:11'], size: 3, type: 'HDD' },
  { name: 'debian-12-server', aliases: ['debian:12'], size: 3, type: 'HDD' },
  { name: 'debian-13-server', aliases: ['debian:13', 'debian:latest'], size: 3, type: 'HDD' },
  { name: 'ubuntu-22.04-server', aliases: ['ubuntu:22.04'], size: 3, type: 'HDD' },
  { name: 'ubuntu-24.04-server', aliases: ['ubuntu:24.04', 'ubuntu:latest'], size: 3, type: 'HDD' },
  { name: 'rocky-linux-9-GenericCloud', aliases: ['rocky:9', 'rocky:latest'], size: 10, type: 'HDD' },
  { name: 'AlmaLinux-9-GenericCloud', aliases: ['almalinux:9'], size: 10, type: 'HDD' },
  { name: 'debian-12-server.iso', aliases: ['debian:12_iso'], size: 1, type: 'CDROM' },
] as const;
