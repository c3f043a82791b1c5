import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { bytes } from './arguments.js';
import { newBlockVolume, settled } from './block-volumes.js';
import { invalidArguments, invalidRequest, notValid, transientState } from './errors.js';
import { IMAGE_SIZE, snapshotOf } from './images.js';
import type { LocalImage } from './local-images.js';
import { newLocalVolume } from './local-volumes.js';
import type { AttachedVolume, BlockVolumeRecord, ServerRecord } from './records.js';
import type { ServerType } from './server-types.js';
import { type Transitions, there, type World } from './world.js';

const volumeShape = z.object({
  id: z.string().nullish(),
  boot: z.boolean().nullish(),
  name: z.string().nullish(),
  size: bytes.nullish(),
  volume_type: z.enum(['l_ssd', 'scratch', 'sbs_volume']).nullish(),
});
export const volumesShape = z.record(z.string(), volumeShape);
export type VolumeTemplates = z.output<typeof volumesShape>;

const GB = 1e9;
/** The speed of the volumes that come with a server (recorded 2026-07). */
const SERVER_VOLUME_IOPS = 5000;

/**
 * The image's root volume and whatever else was asked for, made and attached at once.
 *
 * @throws Refusal, with nothing made.
 */
export function initialVolumes(
  world: World,
  server: ServerRecord,
  type: ServerType,
  image: LocalImage | undefined,
  templates: VolumeTemplates,
): void {
  const keys = [...new Set([...(image ? ['0'] : []), ...Object.keys(templates)])];
  checkLocalSpace(server, type, image, templates);
  const plans = keys.map((key) => {
    const template = templates[key] ?? {};
    const plan = template.id ? held(world, server, template.id, template) : made(server, key, template, image);
    return [key, plan] as const;
  });
  const blocks = plans.filter(([, plan]) => plan.isNewBlock).length;
  if (blocks > 0) world.checkQuota('volumes', world.blockVolumes.size + blocks - 1);
  for (const [key, plan] of plans) server.volumes[key] = plan.carryOut(world);
}

/** A volume that was found fit to be made or attached; carrying it out cannot be refused. */
interface Plan {
  readonly isNewBlock: boolean;
  carryOut(world: World): AttachedVolume;
}

function kindOf(template: VolumeTemplates[string], image: LocalImage | undefined): AttachedVolume['kind'] {
  if (image) return image.type === 'instance_local' ? 'l_ssd' : 'sbs_volume';
  return template.volume_type ?? 'l_ssd';
}

/** Local volumes of a type must fit its disk (`volumes_constraint` of the product list). */
function checkLocalSpace(
  { zone }: ServerRecord,
  type: ServerType,
  image: LocalImage | undefined,
  templates: VolumeTemplates,
): void {
  const root = image?.type === 'instance_local' && !templates['0']?.size ? IMAGE_SIZE : 0;
  const local = Object.entries(templates).reduce((sum, [key, template]) => {
    const kind = kindOf(template, key === '0' ? image : undefined);
    return kind === 'l_ssd' && !template.id ? sum + (template.size ?? 0) : sum;
  }, root);
  if (local > type.localGb * GB) {
    throw notValid('volumes', `local volumes of ${type.name} in ${zone} may have ${type.localGb} GB in all`);
  }
}

function made(server: ServerRecord, key: string, template: VolumeTemplates[string], image?: LocalImage): Plan {
  const { zone, project } = server;
  const root = key === '0' ? image : undefined;
  const kind = kindOf(template, root);
  const size = template.size ?? (root ? IMAGE_SIZE : undefined);
  if (!size) throw invalidArguments({ argument_name: `volumes.${key}.size`, reason: 'required' });
  if (root && size < IMAGE_SIZE) throw notValid('volumes.0.size', `the image needs ${IMAGE_SIZE} bytes`);
  const boot = template.boot ?? false;
  if (kind !== 'sbs_volume') {
    const name = template.name ?? root?.name ?? '';
    const wish = { zone, project, name, size, kind, server: server.id };
    return {
      isNewBlock: false,
      carryOut: (world) => ({ id: newLocalVolume(world, wish).id, kind, boot, state: 'available' }),
    };
  }
  const name = template.name ?? (root ? `${root.name}_sbs_volume_0` : '');
  const snapshot = root ? snapshotOf(root) : null;
  return {
    isNewBlock: true,
    carryOut(world) {
      const wish = { zone, project, name, size, iops: SERVER_VOLUME_IOPS, snapshot, status: 'available' } as const;
      const volume = newBlockVolume(world, wish);
      refer(world, volume, server, 'attached');
      return { id: volume.id, kind, boot, state: 'available' };
    },
  };
}

/** An existing volume. Without its type a block volume is looked for among the local ones, and not found. */
function held(
  world: World,
  server: ServerRecord,
  id: string,
  template: Pick<VolumeTemplates[string], 'boot' | 'volume_type'>,
): Plan {
  const boot = template.boot ?? false;
  const taken = () => notValid('volume_id', `Volume ${id} is already attached to a server`);
  if (template.volume_type !== 'sbs_volume') {
    const volume = there(world.localVolumes.get(id), 'instance_volume', id, server.zone);
    if (volume.server !== null) throw taken();
    if (server.state !== 'stopped') throw invalidRequest('server should be stopped');
    return {
      isNewBlock: false,
      carryOut(world) {
        Object.assign(volume, { server: server.id, modified: world.now() });
        return { id, kind: volume.kind, boot, state: 'available' };
      },
    };
  }
  const volume = settled(there(world.blockVolumes.get(id), 'volume', id, server.zone));
  if (volume.reference) throw taken();
  return {
    isNewBlock: false,
    carryOut(world) {
      refer(world, volume, server, 'attaching');
      world.later('volume.attach', id);
      return { id, kind: 'sbs_volume', boot, state: 'attaching' };
    },
  };
}

function refer(world: World, volume: BlockVolumeRecord, server: ServerRecord, status: 'attaching' | 'attached'): void {
  const now = world.now();
  const reference = { id: randomUUID(), server: server.id, created: now, status };
  Object.assign(volume, { reference, status: 'in_use', updated: now });
}

export function attach(world: World, server: ServerRecord, id: string, template: VolumeTemplates[string]): void {
  steady(server);
  let key = 0;
  while (String(key) in server.volumes) key += 1;
  server.volumes[key] = held(world, server, id, template).carryOut(world);
}

export function detach(world: World, server: ServerRecord, id: string): void {
  const found = Object.entries(server.volumes).find(([, volume]) => volume.id === id);
  if (!found) throw notValid('volume_id', `Volume ${id} is not attached to this server`);
  const [key, volume] = found;
  checkDetachable(world, server, volume);
  release(world, volume, true);
  delete server.volumes[key];
}

function checkDetachable(world: World, server: ServerRecord, { id, kind }: AttachedVolume): void {
  steady(server);
  if (kind === 'sbs_volume') settled(world.blockVolumes.get(id)!);
  else if (server.state !== 'stopped') throw invalidRequest('server should be stopped');
}

/**
 * The set of volumes a PATCH names: those it leaves out are detached, new ones attached.
 *
 * @throws Refusal, with nothing changed.
 */
export function replaceVolumes(world: World, server: ServerRecord, templates: VolumeTemplates): void {
  const before = Object.values(server.volumes);
  const ids = new Set(Object.values(templates).map(({ id }) => id));
  const gone = before.filter(({ id }) => !ids.has(id));
  for (const volume of gone) checkDetachable(world, server, volume);
  const plans = Object.entries(templates).map(([key, template]): [string, () => AttachedVolume] => {
    const { id, boot } = template;
    if (!id) throw invalidArguments({ argument_name: `volumes.${key}.id`, reason: 'required' });
    const kept = before.find((volume) => volume.id === id);
    if (kept) return [key, () => ({ ...kept, boot: boot ?? kept.boot })];
    steady(server);
    const plan = held(world, server, id, template);
    return [key, () => plan.carryOut(world)];
  });
  for (const volume of gone) release(world, volume, true);
  server.volumes = Object.fromEntries(plans.map(([key, carryOut]) => [key, carryOut()]));
}

/** @throws Refusal while the server starts or stops. */
function steady(server: ServerRecord): void {
  if (server.state === 'starting' || server.state === 'stopping') {
    throw transientState('instance_server', server.id, server.state);
  }
}

/** Takes a volume off its server; `slowly` as the vendor does while the server lives. */
export function release(world: World, { id, kind }: AttachedVolume, slowly: boolean): void {
  if (kind !== 'sbs_volume') {
    const volume = world.localVolumes.get(id);
    if (volume) Object.assign(volume, { server: null, modified: world.now() });
    return;
  }
  const volume = world.blockVolumes.get(id);
  if (!volume?.reference) return;
  volume.reference.status = 'detaching';
  if (slowly) world.later('volume.detach', id);
  else detached(world, volume);
}

function detached(world: World, volume: BlockVolumeRecord): void {
  const now = world.now();
  const status = volume.status === 'in_use' ? 'available' : volume.status;
  Object.assign(volume, { reference: null, status, updated: now, lastDetached: now });
}

export function serverVolumeTransitions(world: World): Transitions {
  return {
    'volume.attach': (id) => {
      const reference = world.blockVolumes.get(id)?.reference;
      if (reference?.status !== 'attaching') return;
      reference.status = 'attached';
      for (const volume of Object.values(world.servers.get(reference.server)?.volumes ?? {})) {
        if (volume.id === id) volume.state = 'available';
      }
    },
    'volume.detach': (id) => {
      const volume = world.blockVolumes.get(id);
      if (volume?.reference?.status === 'detaching') detached(world, volume);
    },
  };
}
