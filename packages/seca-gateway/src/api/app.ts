import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { regionOf } from '../cloud/ground.js';
import type { Gateway, PowerAction } from '../gateway.js';
import { absent, invalid, Problem } from '../model/problem.js';
import { keyOf } from '../model/record.js';
import { PROVIDERS, REGIONAL_PROVIDERS, type ResourceType, VERSION } from '../model/types.js';
import { guard } from './auth.js';
import { catalogueImage, instanceSku, networkSku, regionBody, storageSku, tiersOf } from './catalogue.js';
import { type Listed, page } from './page.js';
import { addressOf, type Target, targetOf } from './path.js';

export interface AppOptions {
  gateway: Gateway;
  token: string;
  /** The gateway's URL as clients reach it, without a slash at its end. */
  url: () => string;
  /** Since when the catalogue is served, ISO 8601. */
  since: string;
  log: (line: string) => void;
}

/** Largest request, bytes: user data of 64 KiB and 32 keys of 4 KiB fit well. */
const LARGEST = 1024 * 1024;

/** SECA's HTTP API. */
export function createApp({ gateway, token, url, since, log }: AppOptions): Hono {
  const { ground } = gateway;
  const admit = guard(token);
  const app = new Hono();

  app.onError((error, c) => {
    const problem =
      error instanceof Problem ? error : new Problem('internal-server-error', 'the gateway failed; its log says more');
    if (problem !== error) log(`${c.req.method} ${c.req.path}: ${error.message}`);
    if (problem.type === 'unauthorized') c.header('www-authenticate', 'Bearer');
    return c.json(problem.body(c.req.path), problem.status);
  });
  app.notFound((c) => c.json(absent(`path ${c.req.path}`).body(c.req.path), 404));
  app.use(
    bodyLimit({
      maxSize: LARGEST,
      onError: () => {
        throw new Problem('invalid-request', `the body is larger than ${LARGEST} bytes`);
      },
    }),
  );

  // Where the API is, is no secret; all else is for who bears the token.
  app.get('/.wellknown/secapi', (c) => {
    const endpoints = PROVIDERS.slice(0, 2).map((provider) => ({ provider, url: `${url()}/providers/${provider}` }));
    return c.json({ version: VERSION, endpoints });
  });
  app.use(async (c, next) => {
    admit(c.req.header('authorization'));
    await next();
  });

  app.get('/providers/seca.region/v1/regions', (c) => {
    const items = ground.regions.map((region, i) => ({
      name: region.name,
      place: String(i).padStart(4, '0'),
      labels: {},
      body: regionBody(region, url(), since, 'GET'),
    }));
    return c.json(listBody(c, 'seca.region', 'regions', items));
  });
  app.get('/providers/seca.region/v1/regions/:name', (c) => {
    const region = ground.regions.find(({ name }) => name === c.req.param('name'));
    if (!region) throw absent(`region ${c.req.param('name')}`);
    return c.json(regionBody(region, url(), since, 'GET'));
  });
  app.all('/providers/seca.authorization/v1/*', (c) => serve(c, 'seca.authorization', undefined));
  app.all('/regions/:region/providers/:provider/v1/*', (c) => {
    const { region, provider } = c.req.param();
    if (!ground.regions.some(({ name }) => name === region)) throw absent(`region ${region}`);
    if (!(REGIONAL_PROVIDERS as readonly string[]).includes(provider)) throw absent(`provider ${provider}`);
    return serve(c, provider, region);
  });

  async function serve(c: Context, provider: string, region: string | undefined): Promise<Response> {
    const tail = c.req.path.slice(c.req.path.indexOf(`/${provider}/v1/`) + `/${provider}/v1/`.length);
    const target = targetOf(provider, tail.split('/').map(decode));
    if (!ground.tenants.includes(target.tenant))
      throw new Problem('forbidden', `this gateway does not serve the tenant ${target.tenant}`);
    if (!target.type) return catalogue(c, provider, target, String(region));
    if (target.name === undefined) return list(c, provider, target, target.type, region);
    return one(c, target, region);
  }

  async function one(c: Context, target: Target, region: string | undefined): Promise<Response> {
    const at = addressOf(target, region);
    const version = versionOf(c);
    if (target.action !== undefined) {
      const known = at.kind === 'instance' && ['start', 'stop', 'restart'].includes(target.action);
      if (!known || c.req.method !== 'POST') throw absent(`path ${c.req.path}`);
      await gateway.power(at, target.action as PowerAction, version);
      return c.body(null, 202);
    }
    if (c.req.method === 'GET') {
      const image =
        at.kind === 'image'
          ? (await images(at.tenant, String(region))).find(({ name }) => name === at.name)
          : undefined;
      return c.json(image ? image.body : gateway.get(at));
    }
    if (at.kind === 'image' && (await images(at.tenant, String(region))).some(({ name }) => name === at.name))
      throw invalid('/metadata/name', `${at.name} is an image of the cloud's own; choose another name`);
    if (c.req.method === 'PUT') {
      const { made, body } = await gateway.put(at, await json(c), version);
      return c.json(body, made ? 201 : 200);
    }
    if (c.req.method !== 'DELETE') throw absent(`path ${c.req.path} for ${c.req.method}`);
    await gateway.delete(at, version);
    return c.body(null, 202);
  }

  async function list(
    c: Context,
    provider: string,
    target: Target,
    type: ResourceType,
    region: string | undefined,
  ): Promise<Response> {
    mustGet(c);
    const probe = keyOf(addressOf({ ...target, name: 'x' }, region)).slice(0, -1);
    const kept = ground.store.of(type.kind).filter(({ at }) => keyOf(at) === probe + at.name);
    const items = kept.map((record) => ({
      name: record.at.name,
      labels: record.labels,
      deleted: record.deletedAt !== undefined,
      body: gateway.show(record, 'GET'),
    }));
    const more = type.kind === 'image' ? await images(target.tenant, String(region)) : [];
    const above = target.network === undefined ? '' : `networks/${target.network}/`;
    return c.json(listBody(c, provider, above + type.path, [...items, ...more]));
  }

  async function catalogue(c: Context, provider: string, { tenant, name }: Target, region: string): Promise<Response> {
    mustGet(c);
    const at = { tenant, region, verb: 'GET' };
    const items = await skus(provider, at);
    if (name === undefined)
      return c.json(
        listBody(
          c,
          provider,
          'skus',
          items.filter(({ hidden }) => !hidden),
        ),
      );
    const found = items.find((sku) => sku.name === name);
    if (!found) throw absent(`SKU ${name}`);
    return c.json(found.body);
  }

  async function skus(
    provider: string,
    at: { tenant: string; region: string; verb: string },
  ): Promise<(Listed & { hidden?: boolean })[]> {
    if (provider === 'seca.storage') return [storageSku(at)];
    if (provider === 'seca.network') return [networkSku(at)];
    if (provider !== 'seca.compute') return [];
    const sold = await ground.catalogue.skus(here(at.region));
    // SECA's SKUs are a region's, and a client may take each in every zone: what only some zones sell is there for who names it.
    const listed = sold.filter(({ sizes }) => here(at.region).zones.every(({ id }) => sizes.has(id)));
    const tierOf = tiersOf(listed);
    return sold.map((sku) => ({ ...instanceSku(sku, tierOf(sku), at), hidden: !listed.includes(sku) }));
  }

  async function images(tenant: string, region: string): Promise<Listed[]> {
    const all = await ground.catalogue.images(here(region));
    return all.map((image) => catalogueImage(image, { tenant, region, verb: 'GET' }, since));
  }

  function here(region: string) {
    return regionOf(ground, { kind: 'workspace', tenant: '', name: '', region });
  }

  return app;
}

function listBody(c: Context, provider: string, resource: string, all: readonly Listed[]): object {
  const { labels, limit, skipToken } = c.req.query();
  const { items, skipToken: next } = page(all, { labels, limit, skipToken, accept: c.req.header('accept') });
  const metadata = { provider: `${provider}/${VERSION}`, resource, verb: 'GET', ...(next ? { skipToken: next } : {}) };
  return { items, metadata };
}

/** The optimistic lock: the version that the resource must have. */
function versionOf(c: Context): number | undefined {
  const text = c.req.header('if-unmodified-since');
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new Problem('invalid-request', `"${text}" is no version; use metadata.resourceVersion`, [
    { pointer: '', parameter: 'if-unmodified-since' },
  ]);
}

async function json(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('invalid-request', 'the body is no JSON');
  }
}

function mustGet(c: Context): void {
  if (c.req.method !== 'GET') throw absent(`path ${c.req.path} for ${c.req.method}`);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Problem('invalid-request', `"${segment}" is no part of a path`);
  }
}
