import type { Route } from '../../../core/http.js';
import { invalidInput } from '../../errors.js';
import { get, ok } from '../../routes.js';
import type { World } from '../../world.js';

const SERIES: Readonly<Record<string, readonly string[]>> = {
  cpu: ['cpu'],
  disk: ['disk.0.iops.read', 'disk.0.iops.write', 'disk.0.bandwidth.read', 'disk.0.bandwidth.write'],
  network: ['network.0.pps.in', 'network.0.pps.out', 'network.0.bandwidth.in', 'network.0.bandwidth.out'],
};

/** An emulated server idles, and its metrics say so: a flicker near zero, the same for the same time. */
export function metricsRoute(world: World): Route {
  return get('/servers/{id}/metrics', ({ params, query }) => {
    world.must(world.servers, 'server', params['id']!);
    const types = query.getAll('type').flatMap((list) => list.split(','));
    const wrong = types.find((type) => !SERIES[type]);
    if (types.length === 0 || wrong !== undefined) throw invalidInput({ type: 'must be cpu, disk or network' });
    const start = Date.parse(query.get('start') ?? '');
    const end = Date.parse(query.get('end') ?? '');
    if (Number.isNaN(start)) throw invalidInput({ start: 'must be a time in ISO 8601' });
    if (Number.isNaN(end) || end < start) throw invalidInput({ end: 'must be a time in ISO 8601, not before start' });
    const step = Number(query.get('step') ?? Math.max(1, Math.ceil((end - start) / 1000 / 200)));
    if (!(step >= 1)) throw invalidInput({ step: 'must be at least 1' });
    const values: [number, string][] = [];
    for (let at = start / 1000; at <= end / 1000 && values.length < 500; at += step) values.push([at, flicker(at)]);
    const time_series = Object.fromEntries(types.flatMap((type) => SERIES[type]!.map((name) => [name, { values }])));
    const iso = (ms: number) => new Date(ms).toISOString();
    return ok({ metrics: { start: iso(start), end: iso(end), step, time_series } });
  });
}

/** Never constant: hcloud-cli 1.30 cannot draw a flat line. */
function flicker(second: number): string {
  return (0.4 + 0.3 * Math.sin(second / 97)).toFixed(3);
}
