import type { Client } from '../client.js';
import { NOBODY, type Stage } from '../stage.js';
import { work } from './jobs.js';

/** Services: what may be ordered, and what becomes of it. */
export async function services(c: Client, s: Stage): Promise<void> {
  const { consuming, stranger, berlin, consumer } = s;
  const wish = { groupId: s.group, serviceTypeId: s.type, agentId: berlin.id, name: `${c.prefix}-web` };
  const order = (step: string, properties: unknown, more: object = {}, as = consuming) =>
    c.step(step, 'POST', '/services', { as, body: { ...wish, properties, ...more } });
  const web = await order('an order', { cpus: 2, colour: 'red', net: { v4: 'a', v6: 'b' }, labels: { a: '1' } });
  await order('without what is required', {});
  await order('without properties', undefined);
  await order('of the wrong types', { cpus: '2', share: 'x', hot: 1, net: [], ports: {}, beside: 'x', free: null });
  await order('of numbers with fractions', { cpus: 1.5, share: 1.5 });
  await order('out of bounds', { cpus: 65, name: 'x', kind: 'c', ports: [] });
  await order('out of the other bounds', { cpus: 0, name: 'abcdefghi', ports: [1, 2, 3, 4] });
  await order('of a name that is counted in bytes', { cpus: 1, name: 'ééééé' });
  await order('of items out of bounds', { cpus: 1, ports: [1, 10, 'x'] });
  await order('of what only agents say', { cpus: 1, ip: '10.0.0.1' });
  await order('beside nothing', { cpus: 1, beside: NOBODY });
  await order('of a size when there is none', { cpus: 1, size: 's' });
  await order('all nothing', { cpus: 1, image: null, name: null, labels: null });
  await order('in no group', { cpus: 1 }, { groupId: NOBODY });
  await order('of no type', { cpus: 1 }, { serviceTypeId: NOBODY });
  await order('without a name', { cpus: 1 }, { name: '' });
  await order('in the group of another', { cpus: 1 }, {}, stranger);
  const theirs = await c.step('a group of the stranger', 'POST', '/service-groups', {
    as: stranger,
    body: {
      name: `${c.prefix}-g`,
      consumerId: (await c.send('GET', '/participants', { as: stranger })).body.items[0].id,
    },
  });
  await order('beside that of another', { cpus: 1, beside: web.id }, { groupId: theirs.id }, stranger);
  await c.step('a group of somebody else', 'POST', '/service-groups', {
    as: stranger,
    body: { name: 'x', consumerId: consumer },
  });
  await c.step('a group without a name', 'POST', '/service-groups', {
    as: consuming,
    body: { name: '', consumerId: consumer },
  });
  await c.step('groups', 'GET', `/service-groups?name=${c.prefix}`, { as: consuming });
  await c.step('read', 'GET', `/services/${web.id}`, { as: consuming });
  await c.step('read by the provider', 'GET', `/services/${web.id}`, { as: s.providing });
  await c.step('read by its agent', 'GET', `/services/${web.id}`, { as: berlin.token });
  await c.step('read by another agent', 'GET', `/services/${web.id}`, { as: s.paris.token });
  await c.step('read by a stranger', 'GET', `/services/${web.id}`, { as: stranger });
  await c.step('services of a stranger', 'GET', '/services', { as: stranger });
  await c.step(
    'by name and state',
    'GET',
    `/services?name=${c.prefix}-W&currentStatus=New&currentStatus=Started&sort=name`,
    {
      as: consuming,
    },
  );
  const patch = (step: string, body: object, id = web.id) =>
    c.step(step, 'PATCH', `/services/${id}`, { as: consuming, body });
  await patch('renamed', { name: `${c.prefix}-www` });
  await patch('unnamed', { name: '' });
  await patch('changed while it is made', { properties: { cpus: 3 } });
  await patch('changed not at all', {});
  await c.step('stopped while it is made', 'POST', `/services/${web.id}/stop`, { as: consuming });
  await c.step('deleted while it is made', 'DELETE', `/services/${web.id}`, { as: consuming });
  await c.step('made again while it is made', 'POST', `/services/${web.id}/create`, { as: consuming });
  await c.step('an action there is not', 'POST', `/services/${web.id}/fly`, { as: consuming });
  await work(c, s, web.id, 'complete', {});
  await patch('an immutable one changed', { properties: { image: 'arch' } });
  await patch('an immutable one said again', { properties: { image: 'debian' } });
  await c.step('its job', 'GET', `/jobs?serviceId=${web.id}&sort=-createdAt&pageSize=1`, { as: consuming });
  await patch('changed again while it changes', { properties: { cpus: 4 } });
  await work(c, s, web.id, 'complete', {});
  await patch('some unset', { properties: { labels: null, net: { v4: 'c', v6: null }, cpus: 5 } });
  await c.step('what is asked', 'GET', `/jobs?serviceId=${web.id}&sort=-createdAt&pageSize=1`, { as: berlin.token });
  await work(c, s, web.id, 'complete', {});
  await patch('labels changed', { properties: { labels: { b: '2' }, ports: [1, 2] } });
  await work(c, s, web.id, 'complete', {});
  await patch('a shorter list', { properties: { ports: [3] } });
  await work(c, s, web.id, 'complete', {});
  await c.step('changed', 'GET', `/services/${web.id}`, { as: consuming });
  await patch('what only agents say', { properties: { ip: 'x' } });
  await patch('what this state forbids', { properties: { hot: true } });
  await c.step('started when it runs', 'POST', `/services/${web.id}/start`, { as: consuming });
  await c.step('stop', 'POST', `/services/${web.id}/stop`, { as: consuming, body: { force: true } });
  await work(c, s, web.id, 'complete', {});
  await patch('what this state allows', { properties: { hot: true } });
  await work(c, s, web.id, 'complete', {});
  await c.step('an agent deletes it', 'DELETE', `/services/${web.id}`, { as: berlin.token });
  await c.step('an agent acts on it', 'POST', `/services/${web.id}/start`, { as: berlin.token });
  await c.step('a provider acts on it', 'POST', `/services/${web.id}/start`, { as: s.providing });
  await work(c, s, web.id, 'complete', {});
  await c.step('delete', 'DELETE', `/services/${web.id}`, { as: consuming });
  await work(c, s, web.id, 'complete', {});
  await c.step('deleted, read', 'GET', `/services/${web.id}`, { as: consuming });
  await c.step('delete twice', 'DELETE', `/services/${web.id}`, { as: consuming });
  await patch('change the deleted', { properties: { cpus: 1 } });
  await patch('rename the deleted', { name: `${c.prefix}-old` });
  await order('beside what is deleted', { cpus: 1, beside: web.id });
  await c.step('delete the group', 'DELETE', `/service-groups/${s.group}`, { as: consuming });
  await c.step('rename the group', 'PATCH', `/service-groups/${theirs.id}`, {
    as: stranger,
    body: { name: `${c.prefix}-h` },
  });
  await c.step('delete an empty group', 'DELETE', `/service-groups/${theirs.id}`, { as: stranger });
}
