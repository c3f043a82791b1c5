import { isCloudError } from '../../errors/index.js';
import { Server } from '../../kinds/server/index.js';
import { foreignReferences, nativeId } from './reference.js';

const found = (values: Record<string, unknown>) =>
  foreignReferences(Server.attributes, values, 'hetzner', ['hetzner', 'scaleway']).map(
    ({ attribute, message, next }) => [attribute.join('.'), message, ...(next ?? [])],
  );

describe('references', () => {
  test('to things of the same cloud are taken', () => {
    expect(found({ firewallIds: ['hetzner/1'], networks: [{ networkId: 'hetzner/2' }] })).toEqual([]);
  });

  test('to things of another cloud are refused where they stand, nested ones too', () => {
    const message = 'scaleway/fr-par/2 is a thing of the cloud scaleway, not of hetzner';
    const next = 'make it at hetzner too, or set cloud = "scaleway" here';
    expect(found({ networks: [{ networkId: 'scaleway/fr-par/2' }] })).toEqual([
      ['networks.0.networkId', message, next],
    ]);
  });

  test('that are the vendor’s own ids are refused with the id to use', () => {
    const message = '"479" does not say its cloud';
    expect(found({ firewallIds: ['479'] })).toEqual([['firewallIds.0', message, 'use hetzner/479']]);
  });
});

describe('the id of a thing', () => {
  test('is taken with its cloud before it, and without', () => {
    expect(nativeId('scaleway', 'scaleway/fr-par-1/4', ['hetzner', 'scaleway'])).toBe('fr-par-1/4');
    expect(nativeId('scaleway', 'fr-par-1/4', ['hetzner', 'scaleway'])).toBe('fr-par-1/4');
  });

  test('of another cloud is refused, and not looked for where it is not', () => {
    let error: unknown;
    try {
      nativeId('hetzner', 'scaleway/fr-par-1/4', ['hetzner', 'scaleway']);
    } catch (thrown) {
      error = thrown;
    }
    expect(isCloudError(error, 'invalid') && error.details).toMatchObject({
      attribute: ['id'],
      message: 'scaleway/fr-par-1/4 is a thing of the cloud scaleway, not of hetzner',
      next: ['ask scaleway for it', 'or use an id that begins with hetzner/'],
    });
  });
});
