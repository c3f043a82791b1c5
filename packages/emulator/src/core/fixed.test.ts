import { FixedReplies } from './fixed.js';
import type { CloudRequest, Route } from './http.js';

const at = (path: string) => ({ url: new URL(path, 'http://cloud') }) as CloudRequest;

function route(fixed: boolean) {
  let asked = 0;
  const handle: Route['handle'] = ({ url }) => {
    asked += 1;
    return { status: 200, headers: { 'X-Total': '3' }, body: { at: url.search, asked } };
  };
  return { method: 'GET', path: '/sizes', fixed, handle };
}

it('works out a fixed answer once for each address, and says it as JSON', () => {
  const replies = new FixedReplies();
  const sizes = route(true);
  const first = replies.of(sizes, at('/sizes?page=1'));
  expect(first).toEqual({
    status: 200,
    headers: { 'content-type': 'application/json', 'X-Total': '3' },
    body: '{"at":"?page=1","asked":1}',
  });
  expect(replies.of(sizes, at('/sizes?page=2')).body).toBe('{"at":"?page=2","asked":2}');
  expect(replies.of(sizes, at('/sizes?page=1'))).toBe(first);
});

it('works out any other answer each time', () => {
  const replies = new FixedReplies();
  const things = route(false);
  expect(replies.of(things, at('/things')).body).toMatchObject({ asked: 1 });
  expect(replies.of(things, at('/things')).body).toMatchObject({ asked: 2 });
});
