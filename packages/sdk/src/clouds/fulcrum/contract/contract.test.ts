import { CloudError, KINDS } from '../../../index.js';
import { failureOf, failureText, fromProperties, lifecycleOf, serviceTypeOf, toProperties } from './index.js';
import { readServiceName, serviceName } from './names.js';

const [server, firewall] = ['server', 'firewall'].map((name) => KINDS.find((kind) => kind.name === name)!);

describe('service types', () => {
  it('say in the dialect of the core what the model says', () => {
    const { properties } = serviceTypeOf(server!).propertySchema;
    expect(properties).toMatchObject({
      name: { type: 'string', required: true, validators: [{ type: 'pattern' }] },
      vcpus: { type: 'integer', validators: [{ type: 'min', config: { value: 1 } }] },
      architecture: {
        type: 'string',
        immutable: true,
        validators: [{ type: 'enum', config: { values: ['x86', 'arm'] } }],
      },
      userData: { type: 'string', secret: { type: 'persistent' }, validators: [{ type: 'maxLength' }] },
      firewallIds: {
        type: 'array',
        items: { type: 'uuid', validators: [{ config: { types: ['hansa_firewall'], origin: 'consumer' } }] },
      },
      labels: { type: 'object', default: {} },
      publicIpv4Address: { type: 'string', authorizers: [{ type: 'actor', config: { actors: ['agent'] } }] },
      unset: { type: 'array' },
    });
    expect(properties).not.toHaveProperty('power');
    // Described, the core would merge each rule with the one that stood at its place before.
    expect(serviceTypeOf(firewall!).propertySchema.properties['rules']?.items).toEqual({ type: 'object' });
  });

  it.each(KINDS.map((kind) => [kind.name, kind] as const))('of a %s have a life that ends', (_name, kind) => {
    const { states, actions, terminalStates, initialState } = lifecycleOf(kind);
    const names = states.map(({ name }) => name);
    for (const { transitions } of actions)
      for (const { from, to } of transitions)
        expect([names, names]).toEqual([expect.arrayContaining([from]), expect.arrayContaining([to])]);
    const ends = actions.find(({ name }) => name === 'delete')?.transitions.map(({ from }) => from);
    expect([...(ends ?? []), ...terminalStates].sort()).toEqual([...names].sort());
    expect(initialState).toBe('New');
    expect(actions.some(({ name }) => name === 'stop')).toBe('power' in kind.attributes);
  });
});

it('properties say what is not given any more, since the core forgets nothing', () => {
  const before = { serverId: 'a', labels: { a: '1' }, unset: [] };
  expect(toProperties({ serverId: null, sizeGib: 12 }, before)).toEqual({ sizeGib: 12, unset: ['serverId'] });
  expect(toProperties({ serverId: 'b' }, { ...before, unset: ['serverId'] })).toEqual({ serverId: 'b', unset: [] });
  expect(toProperties({ serverId: null }, {})).toEqual({});
  const volume = KINDS.find(({ name }) => name === 'volume')!;
  const whole = { name: 'data', sizeGib: 10, serverId: 'a', address: 'x', pricePerMonth: 1, unset: ['serverId'] };
  expect(fromProperties(volume, whole)).toEqual({ name: 'data', sizeGib: 10 });
});

it('an error comes through a failed job as the same error', () => {
  const error = new CloudError('out-of-stock', {
    message: 'cx23 is sold out',
    attribute: ['networks', 0, 'ip'],
    next: ['use nbg1', 'or wait'],
    vendor: { code: 'resource_unavailable' },
  });
  const text = failureText(error);
  expect(text).toBe('out-of-stock at networks.0.ip: cx23 is sold out (resource_unavailable). Next: use nbg1; or wait');
  expect(failureOf(text)).toMatchObject({
    code: 'out-of-stock',
    details: { attribute: ['networks', 0, 'ip'], next: ['use nbg1', 'or wait'] },
  });
  expect(failureOf('boom: it broke')).toMatchObject({ code: 'unavailable' });
  expect(failureOf('Job marked as failed due to exceeding maximum processing time').message).toContain('Job marked');
});

it.each([
  [{ owner: 'shop', name: 'web', mark: '1a2b' }, 'shop/web#1a2b'],
  [{ owner: 'shop', name: 'web' }, 'shop/web'],
  [{ name: 'My web server' }, 'My web server'],
])('%j is the name %j', (name, text) => {
  expect(serviceName(name)).toBe(text);
  expect(readServiceName(text)).toEqual(name);
});
