import { isCloudError } from '../../errors/index.js';
import { scriptedApi } from './testing/scripted-api.js';

const pageOf = (page: number, last: number | null, next: number | null) => ({
  things: [{ id: page }],
  meta: { pagination: { last_page: last, next_page: next } },
});

describe('list', () => {
  it('asks for pages of 50 and puts them together in order', async () => {
    const { api, sent } = scriptedApi(({ query }) => pageOf(Number(query?.['page']), 3, null));
    await expect(api.list('/things', 'things', { sort: 'id:asc' })).resolves.toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
    expect(sent.map(({ query }) => query)).toEqual([1, 2, 3].map((page) => ({ sort: 'id:asc', page, per_page: 50 })));
  });

  it('follows next_page where Hetzner does not know the total', async () => {
    const { api } = scriptedApi(({ query }) => {
      const page = Number(query?.['page']);
      return pageOf(page, null, page < 3 ? page + 1 : null);
    });
    await expect(api.list('/things', 'things')).resolves.toHaveLength(3);
  });

  it('takes a list without pages', async () => {
    const { api, sent } = scriptedApi(() => ({ things: [] }));
    await expect(api.list('/things', 'things')).resolves.toEqual([]);
    expect(sent).toHaveLength(1);
  });
});

describe('what is gone', () => {
  it('is undefined to find and quiet to delete, and an error to get', async () => {
    const { api } = scriptedApi(() => undefined);
    await expect(api.find('/things/1')).resolves.toBeUndefined();
    await expect(api.delete('/things/1')).resolves.toBeUndefined();
    const error: unknown = await api.get('/things/1').catch((caught: unknown) => caught);
    expect(isCloudError(error, 'not-found')).toBe(true);
  });
});

describe('keep', () => {
  it('asks once in ten minutes, and not for a failure', async () => {
    const { api, pass } = scriptedApi(() => ({}));
    const ask = jest.fn(async () => 1);
    await Promise.all([api.keep('x', ask), api.keep('x', ask)]);
    expect(ask).toHaveBeenCalledTimes(1);
    pass(10 * 60_000);
    await api.keep('x', ask);
    expect(ask).toHaveBeenCalledTimes(2);

    const fail = jest.fn(async () => Promise.reject(new Error('down')));
    await expect(api.keep('y', fail)).rejects.toThrow('down');
    await expect(api.keep('y', fail)).rejects.toThrow('down');
    expect(fail).toHaveBeenCalledTimes(2);
  });
});
