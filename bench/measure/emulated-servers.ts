import type { Emulator } from '@hansa/emulator';

/** Where and with what credentials the emulated Hetzner stands. */
export interface Target {
  endpoint: string;
  headers: Record<string, string>;
}

export function hetznerOf({ env }: Pick<Emulator, 'env'>): Target {
  const headers = { authorization: `Bearer ${env['HCLOUD_TOKEN']}`, 'content-type': 'application/json' };
  return { endpoint: env['HCLOUD_ENDPOINT'] ?? '', headers };
}

/** Makes servers by the vendor's own API, so that nothing of ours has a part in it. Their ids. */
export async function makeServers({ endpoint, headers }: Target, count: number): Promise<number[]> {
  const ids: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const labels = { 'hansa-owner': 'default' };
    const server = { name: `server-${i}`, server_type: 'cx23', image: 'debian-12', location: 'fsn1', labels };
    const response = await fetch(`${endpoint}/servers`, { method: 'POST', headers, body: JSON.stringify(server) });
    if (!response.ok) throw new Error(`server ${i}: HTTP ${response.status} ${await response.text()}`);
    ids.push(((await response.json()) as { server: { id: number } }).server.id);
  }
  return ids;
}
