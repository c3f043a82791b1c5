import { CloudError, isCloudError } from '../../../errors/index.js';
import { keyIn, type Server } from '../../../kinds/index.js';
import type { Want } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import type { UpCloudApi } from '../api.js';
import { labelledWith, listFor, rulesNow } from '../firewall/servers.js';
import { toWireLabels } from '../labels.js';
import { plans } from '../sizes.js';
import type { WireServer } from '../wire.js';
import { cardFor } from './networks.js';
import { rootGib } from './root-disk.js';

/** Makes a server with its root disk and cards, which starts by itself. @returns its UUID */
export async function createServer(api: UpCloudApi, want: Want<typeof Server>): Promise<string> {
  const firewalls = want.firewallIds ?? [];
  // What is wrong with them is said before there is a server that they do not guard.
  await listFor(firewalls, rulesNow(api));
  const body = {
    title: want.name,
    hostname: want.name,
    zone: want.place?.id,
    plan: want.nativeSize?.id,
    labels: labelledWith(toWireLabels(want.labels), firewalls),
    ...(firewalls.length > 0 ? { firewall: 'on' } : {}),
    // Templates with cloud-init get keys and user data from the metadata service alone.
    metadata: 'yes',
    password_delivery: 'none',
    storage_devices: { storage_device: [await rootDisk(api, want)] },
    networking: { interfaces: { interface: await cards(api, want) } },
    login_user: { username: 'root', create_password: 'no', ssh_keys: { ssh_key: keysOf(want) } },
    ...(want.userData ? { user_data: want.userData } : {}),
  };
  return (await api.post<WireServer>('/server', { server: withNative(body, want.native) }, 'server')).uuid;
}

async function rootDisk(api: UpCloudApi, want: Want<typeof Server>): Promise<object> {
  const plan = (await plans(api)).find(({ name }) => name === want.nativeSize?.id);
  return {
    action: 'clone',
    storage: want.nativeImage?.id,
    title: `root disk of ${want.name}`,
    size: rootGib(want.diskGib, plan?.storage_size),
    tier: plan?.storage_tier || 'maxiops',
  };
}

/** IPv6 costs nothing and every server has it. The utility network is left out: it joins all servers of the account. */
async function cards(api: UpCloudApi, want: Want<typeof Server>): Promise<object[]> {
  const open = (family: string) => ({ type: 'public', ip_addresses: { ip_address: [{ family }] } });
  const inside = await Promise.all((want.networks ?? []).map((one, i) => cardFor(api, String(want.place?.id), one, i)));
  return [...(want.publicIpv4 === false ? [] : [open('IPv4')]), open('IPv6'), ...inside];
}

/** Each with its name as the comment, so that `authorized_keys` tells whose it is. */
function keysOf(want: Want<typeof Server>): string[] {
  return (want.sshKeyIds ?? []).map((id, i) => {
    try {
      const { publicKey, name } = keyIn(id);
      return `${publicKey} ${name}`;
    } catch (error) {
      if (!isCloudError(error)) throw error;
      throw new CloudError(error.code, { ...error.details, attribute: ['sshKeyIds', i] });
    }
  });
}
