import { actionProbe, perform, underWay } from './actions.js';
import { scriptedApi } from './testing/scripted-api.js';

const action = (id: number, status: string, command = 'do_it', error: object | null = null) => ({
  id,
  command,
  status,
  error,
});
const waits = () => ({ operation: jest.fn(async () => {}) });

it('looks up many actions in one request, and takes unknown ones for done', async () => {
  const failed = action(3, 'error', 'create_server', { code: 'resource_unavailable', message: 'none left' });
  const { api, sent } = scriptedApi(() => ({ actions: [action(1, 'running'), action(2, 'success'), failed] }));
  const results = await actionProbe.poll(api, ['1', '2', '3', '4']);
  expect(sent).toEqual([{ method: 'GET', path: '/actions', query: { id: ['1', '2', '3', '4'] } }]);
  expect([...results]).toMatchObject([
    ['1', 'pending'],
    ['2', 'done'],
    ['3', { code: 'out-of-stock' }],
    ['4', 'done'],
  ]);
});

it('waits for all that a request started and is still running', async () => {
  const { api } = scriptedApi(() => ({
    action: action(1, 'running'),
    actions: [action(2, 'success')],
    next_actions: [action(3, 'running')],
  }));
  const ctx = waits();
  await perform(api, ctx, '/x');
  expect(ctx.operation.mock.calls).toEqual([[{ probe: 'action', key: '1' }], [{ probe: 'action', key: '3' }]]);
});

describe('underWay', () => {
  it('waits for what runs on the thing, and lets old failures of other work be', async () => {
    const { api, sent } = scriptedApi(() => ({
      actions: [action(1, 'error', 'attach_to_network'), action(2, 'running')],
    }));
    const ctx = waits();
    await underWay(api, ctx, '/servers/7');
    expect(ctx.operation.mock.calls).toEqual([[{ probe: 'action', key: '2' }]]);
    expect(sent[0]?.path).toBe('/servers/7/actions');
  });

  it('says why the making failed', async () => {
    const error = { code: 'placement_error', message: 'no host' };
    const { api } = scriptedApi(() => ({ actions: [action(1, 'error', 'create_server', error)] }));
    await expect(underWay(api, waits(), '/servers/7')).rejects.toMatchObject({ code: 'out-of-stock' });
  });

  it('is quiet about a thing that is gone', async () => {
    const { api } = scriptedApi(() => undefined);
    await expect(underWay(api, waits(), '/servers/7')).resolves.toBeUndefined();
  });
});
