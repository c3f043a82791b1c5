import type { Client } from '../client.js';
import type { Stage } from '../stage.js';

/** Jobs: who gets which, and how they end. */
export async function jobs(c: Client, s: Stage): Promise<void> {
  const { consuming, berlin, paris, providing } = s;
  const order = async (step: string, more: object = {}) => {
    const body = { groupId: s.group, serviceTypeId: s.type, agentId: berlin.id, name: `${c.prefix}-${step}` };
    const made = await c.send('POST', '/services', {
      as: consuming,
      body: { ...body, properties: { cpus: 1 }, ...more },
    });
    // Times tell jobs apart.
    await c.endpoint.pause();
    return { id: made.body.id as string, job: (await lastJob(c, made.body.id)).id as string };
  };
  const at = (step: string, job: string, path: string, body?: object, as = berlin.token) =>
    c.step(step, 'POST', `/jobs/${job}/${path}`, { as, body });
  const pending = (step: string, query = '', as = berlin.token) => c.step(step, 'GET', `/jobs/pending${query}`, { as });
  const read = (step: string, id: string) => c.step(step, 'GET', `/services/${id}`, { as: consuming });

  await pending('nothing to do');
  const [web, db] = [await order('web'), await order('db')];
  const group = await c.send('POST', '/service-groups', {
    as: consuming,
    body: { name: `${c.prefix}-2`, consumerId: s.consumer },
  });
  const mail = await order('mail', { groupId: group.body.id });
  await pending('one of each group', '?limit=5');
  c.count('no more than is asked', await pending('no more than is asked', '?limit=1'));
  await pending('a limit that is none', '?limit=x');
  await pending('nothing for the other', '', paris.token);
  await at('complete what is not claimed', web.job, 'complete', {});
  await at('fail what is not claimed', web.job, 'fail', { errorMessage: 'x' });
  await at('claimed by the other agent', web.job, 'claim', undefined, paris.token);
  await at('claimed by the consumer', web.job, 'claim', undefined, consuming);
  await at('claimed by the provider', web.job, 'claim', undefined, providing);
  await at('claim', web.job, 'claim');
  await at('claim twice', web.job, 'claim');
  await pending('none of a group with one under way', '?limit=5');
  await c.step('under way, for the agent', 'GET', `/jobs?status=Processing&sort=createdAt`, { as: berlin.token });
  await c.step('jobs of the other agent', 'GET', '/jobs', { as: paris.token });
  await c.step('a job', 'GET', `/jobs/${web.job}`, { as: berlin.token });
  await c.step('a job, for the consumer', 'GET', `/jobs/${web.job}`, { as: consuming });
  await at('completed by the other', web.job, 'complete', {}, paris.token);
  await at('complete with nothing said', web.job, 'complete');
  await at('complete with wrong properties', web.job, 'complete', { properties: { ip: 7 } });
  await at('complete with what users say', web.job, 'complete', { properties: { password: 'x' } });
  await at('complete with data of no shape', web.job, 'complete', { agentInstanceData: 'x' });
  await at('complete', web.job, 'complete', {
    agentInstanceId: `${c.prefix}:1`,
    agentInstanceData: { disk: 'a', deep: { b: [1] } },
    properties: { ip: '10.0.0.1', unknown: 1 },
  });
  await at('complete twice', web.job, 'complete', {});
  await at('fail what is done', web.job, 'fail', { errorMessage: 'x' });
  await read('made', web.id);
  await pending('the next of the group', '?limit=5');
  await c.send('POST', `/jobs/${db.job}/claim`, { as: berlin.token });
  await at('complete with the id of another', db.job, 'complete', { agentInstanceId: `${c.prefix}:1` });
  await c.step('still under way', 'GET', `/jobs/${db.job}`, { as: berlin.token });
  await at('fail without a word', db.job, 'fail', {});
  await read('as new as before', db.id);
  await c.step('a failed job', 'GET', `/jobs/${db.job}`, { as: consuming });
  await c.step('again', 'POST', `/services/${db.id}/create`, { as: consuming });
  const again = await lastJob(c, db.id);
  await c.step('a job without parameters', 'GET', `/jobs/${again.id}`, { as: berlin.token });
  await work(c, s, db.id, 'complete', { agentInstanceId: `${c.prefix}:2` });
  await work(c, s, mail.id, 'fail', { errorMessage: 'out-of-stock: none left' });
  await c.step('give it up', 'DELETE', `/services/${mail.id}`, { as: consuming });
  await work(c, s, mail.id, 'complete', {});
  await read('given up', mail.id);

  const change = (id: string, cpus: number) =>
    c.send('PATCH', `/services/${id}`, { as: consuming, body: { properties: { cpus } } });
  await change(web.id, 4);
  await work(c, s, web.id, 'complete', { properties: { ip: '10.0.0.2' }, agentInstanceData: { disk: 'b' } });
  await read('properties of an update are lost', web.id);
  await change(web.id, 8);
  await work(c, s, web.id, 'fail', { errorMessage: 'no room on the disk' });
  await read('failed to another state', web.id);
  await c.send('POST', `/services/${web.id}/start`, { as: consuming });
  await work(c, s, web.id, 'fail', { errorMessage: 'not-found: gone' });
  await read('failed, and nothing changes', web.id);
  await change(db.id, 2);
  await work(c, s, db.id, 'fail', { errorMessage: 'not-found: it was deleted' });
  await read('lost', db.id);
  await c.step('change what is lost', 'PATCH', `/services/${db.id}`, {
    as: consuming,
    body: { properties: { cpus: 1 } },
  });
  await c.step('delete what is lost', 'DELETE', `/services/${db.id}`, { as: consuming });
  // The id of an instance is free again only where a job that was completed has ended the service.
  const heir = await order('heir');
  await c.send('POST', `/jobs/${heir.job}/claim`, { as: berlin.token });
  await at('complete with the id of what was lost', heir.job, 'complete', { agentInstanceId: `${c.prefix}:2` });
  await c.step('all jobs of a service', 'GET', `/jobs?serviceId=${web.id}&sort=createdAt`, { as: consuming });
  await c.step('by action', 'GET', `/jobs?serviceId=${web.id}&action=start`, { as: consuming });
  await c.step('by two states', 'GET', `/jobs?serviceId=${db.id}&status=Failed&status=Completed&sort=createdAt`, {
    as: berlin.token,
  });
  for (const sort of ['completedAt', '-completedAt'])
    await c.step(`by ${sort}`, 'GET', `/jobs?serviceId=${mail.id}&sort=${sort}`, { as: berlin.token });
}

/** Claims the last job of a service and ends it; unrecorded. */
export async function work(
  c: Client,
  { berlin }: Stage,
  serviceId: string,
  end: 'complete' | 'fail',
  body: object,
): Promise<void> {
  const { id } = await lastJob(c, serviceId);
  for (const [path, said] of [
    ['claim', undefined],
    [end, body],
  ] as const) {
    const { status, body: answer } = await c.send('POST', `/jobs/${id}/${path}`, { as: berlin.token, body: said });
    if (status !== 204) throw new Error(`${path} of ${id}: ${status} ${JSON.stringify(answer)}`);
  }
}

export async function lastJob(c: Client, serviceId: string) {
  return (await c.send('GET', `/jobs?serviceId=${serviceId}&sort=-createdAt&pageSize=1`)).body.items[0];
}
