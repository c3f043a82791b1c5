import { Server } from '@hansa/sdk';
import { UNKNOWN } from '@hansa/terraform-plugin';
import { isNothing, toModel, toTerraform } from './index.js';

test('values go to the model and back; keys of maps are the user’s own', () => {
  const terraform = {
    name: 'web',
    memory_gib: 4,
    labels: { my_key: 'a' },
    networks: [{ network_id: 'x/1', ip: null }],
    region: null,
    vcpus: UNKNOWN,
  };
  const model = toModel(Server.attributes, terraform);
  expect(model).toEqual({
    name: 'web',
    memoryGib: 4,
    labels: { my_key: 'a' },
    networks: [{ networkId: 'x/1' }],
  });
  const { name, memory_gib, labels, networks, region } = toTerraform(Server.attributes, model);
  expect({ name, memory_gib, labels, networks, region }).toEqual({ ...terraform, vcpus: undefined });
});

test('what is written only never comes back', () => {
  expect(toTerraform(Server.attributes, { userData: 'x' })['user_data']).toBeNull();
});

test('nothing is null or empty', () => {
  expect([null, [], {}].every((value) => isNothing(value))).toBe(true);
  expect([0, '', false, UNKNOWN, ['x']].some((value) => isNothing(value))).toBe(false);
});
