import type { Call, Client } from '../client.js';
import { NOBODY, type Stage, typeOf } from '../stage.js';

/** Who may in, and what a request has to look like. */
export async function access(c: Client, { consuming, berlin, agentType, provider }: Stage): Promise<void> {
  await c.step('no token', 'GET', '/services', { as: null });
  await c.step('a token that is none', 'GET', '/services', { as: 'none' });
  await c.step('another scheme', 'GET', '/services', { as: null, headers: { authorization: 'Basic eDp5' } });
  await c.step('no such path', 'GET', '/nothing');
  await c.step('no such path without a token', 'GET', '/nothing', { as: null });
  await c.step('no such method', 'PUT', '/services');
  await c.step('an id that is none', 'GET', '/services/7');
  await c.step('an id of nothing', 'GET', `/services/${NOBODY}`);
  await c.step('an action on nothing', 'POST', `/services/${NOBODY}/stop`);
  for (const path of [
    'agents',
    'jobs',
    'service-types',
    'service-groups',
    'participants',
    'tokens',
    'service-options',
  ]) {
    await c.step(`none of ${path}`, 'GET', `/${path}/${NOBODY}`);
    await c.step(`delete none of ${path}`, 'DELETE', `/${path}/${NOBODY}`);
  }
  await c.step('a body that is none', 'POST', '/participants', { raw: '{"name"' });
  await c.step('an empty body', 'POST', '/participants', { raw: '' });
  await c.step('a body of no type', 'POST', '/participants', { raw: '{}', headers: { 'content-type': 'text/plain' } });
  await c.step('a body of the wrong shape', 'POST', '/participants', { body: { name: 7 } });
  await c.step('a list for a body', 'POST', '/participants', { body: [] });
  await c.step('page nought', 'GET', '/services?page=0');
  await c.step('page that is none', 'GET', '/services?page=x');
  await c.step('pages too long', 'GET', '/services?pageSize=101');
  await c.step('a filter there is not', 'GET', '/services?agentId=1');
  await c.step('an order there is not', 'GET', '/services?sort=colour');
  await c.step('a filter by no id', 'GET', '/jobs?agentId=1');
  await c.step('a filter by no status', 'GET', '/jobs?status=Lost');
  await c.step('admin has no self', 'GET', '/agents/me');
  await c.step('a participant is no agent', 'GET', '/agents/me', { as: consuming });
  await c.step('a participant makes no types', 'POST', '/service-types', { as: consuming, body: typeOf(c) });
  await c.step('an agent makes no agents', 'POST', '/agents', {
    as: berlin.token,
    body: { name: 'x', providerId: provider, agentTypeId: agentType },
  });
  await c.step('an agent orders nothing', 'POST', '/services', { as: berlin.token, body: {} });
  await c.step('an agent sees groups', 'GET', '/service-groups', { as: berlin.token });
  await c.step('a participant asks for jobs', 'GET', '/jobs/pending', { as: consuming });
  await c.step('admin asks for jobs', 'GET', '/jobs/pending');
}

/** Participants and tokens. */
export async function people(c: Client, { berlin, consumer, consuming, provider }: Stage): Promise<void> {
  const name = `${c.prefix}-new`;
  const { id } = await c.step('a participant', 'POST', '/participants', { body: { name, status: 'Enabled' } });
  await c.step('a participant of no status', 'POST', '/participants', { body: { name: `${name}-2` } });
  await c.step('a participant of a wrong status', 'POST', '/participants', { body: { name, status: 'Gone' } });
  await c.step('a participant without a name', 'POST', '/participants', { body: { status: 'Enabled' } });
  await c.step('a participant twice', 'POST', '/participants', { body: { name, status: 'Enabled' } });
  await c.step('rename it', 'PATCH', `/participants/${id}`, { body: { name: `${name}-3` } });
  await c.step('unname it', 'PATCH', `/participants/${id}`, { body: { name: '' } });
  await c.step('disable it', 'PATCH', `/participants/${id}`, { body: { status: 'Disabled' } });
  await c.step('each sees itself', 'GET', '/participants', { as: consuming });
  await c.step('nobody else', 'GET', `/participants/${provider}`, { as: consuming });
  await c.step(
    'by part of a name, in order',
    'GET',
    `/participants?name=${c.prefix.toUpperCase()}&sort=name&pageSize=3`,
  );
  await c.step('and back', 'GET', `/participants?name=${c.prefix}&sort=-name&pageSize=2&page=2`);
  const token = (step: string, body: object, more: Call = {}) => c.step(step, 'POST', '/tokens', { ...more, body });
  const made = await token('a token', { name, role: 'participant', scopeId: id });
  await token('a token for long', { name, role: 'participant', scopeId: id, expireAt: '2036-01-01T00:00:00Z' });
  await token('a token of no moment', { name, role: 'participant', scopeId: id, expireAt: 'soon' });
  await token('a token of no scope', { name, role: 'participant' });
  await token('a token of no role', { name, role: 'guest', scopeId: id });
  await token('a token without a name', { role: 'participant', scopeId: id });
  await token('a token of nobody', { name, role: 'participant', scopeId: NOBODY });
  await token('a token of no agent', { name, role: 'agent', scopeId: NOBODY });
  await token('a token of an agent', { name, role: 'agent', scopeId: berlin.id });
  await token('a participant makes none of the admin', { name, role: 'admin' }, { as: consuming });
  await token('nor of others', { name, role: 'participant', scopeId: id }, { as: consuming });
  await token('nor of their agents', { name, role: 'agent', scopeId: berlin.id }, { as: consuming });
  await token('of itself it does', { name, role: 'participant', scopeId: consumer }, { as: consuming });
  await c.step('look at the token', 'GET', `/tokens/${made.id}`);
  await c.step('a disabled one asks', 'GET', '/participants', { as: made.value });
  await c.step('rename the token', 'PATCH', `/tokens/${made.id}`, { body: { name: `${name}-t` } });
  await c.step('make it old', 'PATCH', `/tokens/${made.id}`, { body: { expireAt: '2020-01-01T00:00:00Z' } });
  await c.step('an old token', 'GET', '/participants', { as: made.value });
  await c.step('make it young', 'PATCH', `/tokens/${made.id}`, { body: { expireAt: '2036-01-01T00:00:00Z' } });
  await c.step('another value', 'POST', `/tokens/${made.id}/regenerate`);
  await c.step('the value before', 'GET', '/participants', { as: made.value });
  await c.step('delete the token', 'DELETE', `/tokens/${made.id}`);
  await c.step('delete a provider', 'DELETE', `/participants/${provider}`);
  await c.step('delete the participant', 'DELETE', `/participants/${id}`);
  await c.step('delete it twice', 'DELETE', `/participants/${id}`);
}
