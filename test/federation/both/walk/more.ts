import type { Client } from '../client.js';
import { NOBODY, option, type Stage } from '../stage.js';
import { lastJob, work } from './jobs.js';

/** Secrets, options, measures. */
export async function more(c: Client, s: Stage): Promise<void> {
  const { consuming, berlin, paris, provider, providing } = s;
  const order = (step: string, properties: object) =>
    c.step(step, 'POST', '/services', {
      as: consuming,
      body: {
        groupId: s.group,
        serviceTypeId: s.type,
        agentId: berlin.id,
        name: `${c.prefix}-${step.replaceAll(' ', '-')}`,
        properties: { cpus: 1, ...properties },
      },
    });
  const web = await order('with secrets', { password: 'hunter2', once: 'now' });
  const [kept, once] = [web.properties.password, web.properties.once].map((text: string) => text.slice(8)) as [
    string,
    string,
  ];
  const look = (step: string, reference: string, as: string | undefined = berlin.token) =>
    c.step(step, 'GET', `/vault/secrets/${reference}`, as === undefined ? {} : { as });
  await look('the secret', kept);
  await look('the other', once);
  await look('by the consumer', kept, consuming);
  await look('by the admin', kept, c.endpoint.admin);
  await look('by another agent', kept, paris.token);
  await look('none', NOBODY);
  await look('no reference', 'x');
  await work(c, s, web.id, 'complete', { agentInstanceId: `${c.prefix}:secret` });
  await look('kept after the job', kept);
  await look('gone with its job', once);
  await c.step('a new secret', 'PATCH', `/services/${web.id}`, {
    as: consuming,
    body: { properties: { password: 'hunter3' } },
  });
  await look('the one before', kept);
  const job = await lastJob(c, web.id);
  const next = job.params.password.slice(8);
  await look('the new one', next);
  await work(c, s, web.id, 'complete', {});
  const me = await c.send('GET', '/agents/me', { as: berlin.token });
  await look('of the configuration', me.body.configuration.key.slice(8));
  await c.send('DELETE', `/services/${web.id}`, { as: consuming });
  await work(c, s, web.id, 'complete', {});
  await look('gone with its service', next);

  const choice = await c.step('a type of options', 'POST', '/service-option-types', {
    body: { name: `${c.prefix}-sizes`, type: option(c), description: '' },
  });
  const wish = { providerId: provider, serviceOptionTypeId: choice.id, name: `${c.prefix} small`, value: 's' };
  const offer = (step: string, body: object, as = berlin.token) =>
    c.step(step, 'POST', '/service-options', { as, body: { ...wish, ...body } });
  await order('when nothing is offered', { size: 's' });
  const small = await offer('offered', { enabled: true, displayOrder: 1 });
  await offer('offered twice', {});
  await offer('of a value with parts', { name: `${c.prefix} big`, value: { b: 1, a: [1, null] }, displayOrder: 2 });
  await offer('of no value', { name: `${c.prefix} none`, value: null });
  await offer('of no name', { name: '' });
  await offer('of no type', { serviceOptionTypeId: NOBODY, name: 'x' });
  await offer('by another', { name: 'x' }, paris.token);
  await order('what is offered', { size: 's' });
  await order('what is not', { size: 'm' });
  await c.step(
    'options of the provider',
    'GET',
    `/service-options?serviceOptionTypeId=${choice.id}&sort=displayOrder`,
    { as: providing },
  );
  await c.step('options of the agent', 'GET', `/service-options?providerId=${provider}&enabled=true&sort=name`, {
    as: berlin.token,
  });
  await c.step('options of a consumer', 'GET', '/service-options', { as: consuming });
  await c.step('withdraw', 'PATCH', `/service-options/${small.id}`, { as: berlin.token, body: { enabled: false } });
  await c.step('change the value', 'PATCH', `/service-options/${small.id}`, {
    as: berlin.token,
    body: { value: { x: 1 } },
  });
  await c.step('delete the type of options', 'DELETE', `/service-option-types/${choice.id}`);
  await c.step('delete the option', 'DELETE', `/service-options/${small.id}`, { as: berlin.token });

  await c.step('a type of measure', 'POST', '/metric-types', {
    body: { name: `${c.prefix}-m`, entityType: 'Service' },
  });
  await c.step('another', 'POST', '/metric-types', { body: { name: `${c.prefix}-r`, entityType: 'Resource' } });
  const one = await order('measured', {});
  await work(c, s, one.id, 'complete', { agentInstanceId: `${c.prefix}:measured` });
  const measure = (step: string, body: object, as = berlin.token) =>
    c.step(step, 'POST', '/metric-entries', {
      as,
      body: { resourceId: 'r', value: 1.5, typeName: `${c.prefix}-m`, ...body },
    });
  await measure('by service', { serviceId: one.id });
  await measure('by instance', { agentInstanceId: `${c.prefix}:measured`, value: 0 });
  await measure('of a resource', { serviceId: one.id, typeName: `${c.prefix}-r` });
  await measure('of nothing', {});
  await measure('of no service', { serviceId: NOBODY });
  await measure('of no instance', { agentInstanceId: 'none' });
  await measure('of no measure', { serviceId: one.id, typeName: 'none' });
  await measure('of no resource', { serviceId: one.id, resourceId: '' });
  await measure('by the wrong agent', { serviceId: one.id }, paris.token);
  await measure('by a consumer', { serviceId: one.id }, consuming);
  await c.step('read by a consumer', 'GET', `/metric-entries?serviceId=${one.id}&sort=createdAt`, { as: consuming });
  await c.step('read by an agent', 'GET', '/metric-entries', { as: berlin.token });
}
