/** What UpCloud has added to its answers since some of the recordings: by field, the first recording that has it. Before that it may lack. */
export const ADDED: Readonly<Record<string, string>> = {
  // Servers
  'server.devices': '2025-09-17',
  'server.server_group': '2023-05-31',
  'server.host': '2023-05-31',
  'storage_device.labels': '2023-05-31',
  'storage_device.storage_encrypted': '2025-03-11',
  'ip_address.dhcp_provided': '2022-10-27',
  'ip_address.release_policy': '2025-09-17',
  // Storages
  'storage.created': '2022-10-24',
  'storage.encrypted': '2025-03-11',
  'storage.labels': '2025-03-11',
  'resize_backup.encrypted': '2025-03-11',
  'resize_backup.labels': '2025-03-11',
  // Networks
  'network.labels': '2023-09-19',
  'network.effective_routes': '2025-09-17',
  'ip_network.dhcp_effective_routes': '2025-06-19',
  'ip_network.dhcp_routes_configuration': '2025-06-19',
  'router.labels': '2023-09-19',
  'router.attached_network_gateways': '2023-10-01',
  // Addresses: in the description behind upcloud-go-api v9 and developers.upcloud.com, read 2026-11; no recording is so young.
  'ip_address.floating': '2026-06-01',
  'ip_address.part_of_plan': '2026-06-01',
  // The catalogue: in the description behind upcloud-go-api v9, spec 0.0.83 of 2026-06.
  'plan.current_offering': '2026-06-01',
  'plan.family': '2026-06-01',
  'prices.currency': '2026-06-01',
  'zone.storage_standard': '2026-06-01',
  // Plans without a disk, by their price (upcloud.com/pricing, read 2026-11).
  'plan.storage_tier: null': '2026-06-01',
};

/** Families of plans that were not sold when the prices were recorded. */
export const NEWER_PLANS = /_(DEV|CLOUDNATIVE)-/;

/** When labels that UpCloud itself sets, `_os_type` and the like, came to be shown. */
export const SYSTEM_LABELS_SINCE = '2025-03-11';

/** What the account held before a recording began: tags that the recorded test takes away first. */
export const TAGS_BEFORE: Readonly<Record<string, readonly string[]>> = {
  gettags: ['testTag'],
  tagging: ['tag1', 'tag2_renamed'],
};

/** Lists whose order UpCloud does not say: recorded by the address's text, which nobody can foresee; ours by the cards. */
export const UNORDERED = new Set(['ip_address']);

/** Fields whose values nobody can foresee: ids, addresses, times, secrets. Their types are compared. */
export const MADE_UP = new Set([
  'uuid',
  'storage',
  'network',
  'address',
  'mac',
  'host',
  'created',
  'password',
  'remote_access_password',
  'ptr_record',
  'origin',
  'server',
  'correlation_id',
]);
