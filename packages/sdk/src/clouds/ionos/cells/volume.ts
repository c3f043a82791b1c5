import { Volume } from '../../../kinds/index.js';
import { cell, type Observed } from '../../../runtime/driver/cell.js';
import { withNative } from '../../../runtime/driver/native.js';
import type { IonosApi } from '../api.js';
import { attach, detach } from '../attachment.js';
import { idOf } from '../ids.js';
import { allLabels, labelsOf, marksOf, setLabels, together } from '../labels.js';
import { marked, unmarked } from '../marks.js';
import { insideOf, placeOf, stateOf } from '../observed.js';
import { paths } from '../paths.js';
import { carriedOut, isBookkeeping, whenMade } from '../requests.js';
import { rootMarks } from '../root-name.js';
import { unlessGone } from '../unless-gone.js';
import type { WireVolume } from '../wire.js';

const MAKE_MS = 6_000;
/** Among HDD, SSD Standard and SSD Premium (description, 2023-02) the one in the middle. */
const TYPE = 'SSD Standard';

/** Volumes at IONOS: they stand in a data center, and go to servers of the same one (`native = {"properties":{"type":"HDD"}}` for others). */
export const volume = cell<IonosApi, typeof Volume>(Volume, {
  scope: 'region',
  takes: { create: MAKE_MS, update: MAKE_MS, delete: MAKE_MS },
  limits: {
    sizeGib: {
      min: 1,
      max: 4096,
      because: 'limit of a volume in usual contracts (docs.ionos.com, block storage, read 2026-11)',
    },
  },
  change: { sizeGib: { direction: 'up', irreversible: 'a volume never shrinks' } },

  create: (api, want, ctx) =>
    api.datacenters.within(want, want.serverId ? idOf(want.serverId).dc : undefined, ctx, async (dc) => {
      const properties = {
        name: marked(want.name, marksOf(want.labels)),
        type: TYPE,
        size: want.sizeGib,
        bus: 'VIRTIO',
        // The vendor wants an image or the sort of system that will be on it.
        licenceType: 'OTHER',
      };
      const ordered = await api.order<WireVolume>('POST', paths.volumes(dc), withNative({ properties }, want.native));
      const id = `${dc}/${ordered.body.id}`;
      api.remember(id, ordered);
      return id;
    }),
  complete: async (api, id, want, ctx) => {
    const { dc, id: uuid } = idOf(id);
    const isNew = await whenMade(api, ctx, id, MAKE_MS);
    await setLabels(api, paths.volumes(dc, uuid), want.labels, isNew ? {} : undefined);
    if (want.serverId) await attach(api, id, want.serverId, ctx);
  },
  read: async (api, id) => {
    const { dc, id: uuid } = idOf(id);
    const path = paths.volumes(dc, uuid);
    const [found, labels] = await Promise.all([api.find<WireVolume>(path), labelsOf(api, path)]);
    const place = found && (await placeOf(api, dc));
    return place ? observe(found, dc, place, labels) : undefined;
  },
  list: async (api, filter) => {
    const labels = await allLabels(api);
    const lists = (await insideOf(api, filter, labels)).map(async ({ id: dc, properties }) => {
      const volumes = (await unlessGone(api.pages<WireVolume>(paths.volumes(dc)))) ?? [];
      // Root disks of our servers go with these.
      return volumes
        .filter((one) => rootMarks(one.properties.name) === undefined)
        .map((one) => observe(one, dc, properties.location, labels.byId.get(one.id) ?? {}));
    });
    return (await Promise.all(lists)).flat();
  },
  update: async (api, id, change, ctx) => {
    const { dc, id: uuid } = idOf(id);
    const path = paths.volumes(dc, uuid);
    const { properties } = await api.get<WireVolume>(path);
    if (change.labels) await setLabels(api, path, change.labels);
    const plain =
      change.labels && !('hansa-create' in change.labels) ? unmarked(properties.name).text : properties.name;
    const fields = {
      ...(change.name === undefined && plain === properties.name ? {} : { name: change.name ?? plain }),
      ...(change.sizeGib && change.sizeGib > properties.size ? { size: change.sizeGib } : {}),
    };
    if (Object.keys(fields).length > 0) {
      const ordered = api.order('PATCH', path, fields);
      await (isBookkeeping(change) ? ordered : carriedOut(ctx, ordered, MAKE_MS));
    }
    if (change.serverId) await attach(api, id, change.serverId, ctx);
    else if (change.serverId === null) await detach(api, id, ctx);
  },
  delete: async (api, id, ctx) => {
    const { dc, id: uuid } = idOf(id);
    await detach(api, id, ctx);
    const path = paths.volumes(dc, uuid);
    await unlessGone(api.datacenters.leave(dc, [`volumes/${uuid}`], ctx, () => api.order('DELETE', path)));
  },
});

function observe(
  volume: WireVolume,
  dc: string,
  place: string,
  labels: Readonly<Record<string, string>>,
): Observed<typeof Volume> {
  const { name, size, bootServer } = volume.properties;
  const { text, labels: marks } = unmarked(name);
  return {
    id: `${dc}/${volume.id}`,
    name: text,
    labels: together(labels, marks),
    place,
    sizeGib: Math.floor(size),
    serverId: bootServer ? `${dc}/${bootServer}` : null,
    ...stateOf(volume),
  };
}
