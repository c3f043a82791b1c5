import * as z from 'zod';
import type { CloudRequest, Reply, Route } from '../core/http.js';
import type { Collection } from '../core/store.js';
import { type Identity, identify, mustBe, mustBeAllowed, type Scope } from './access.js';
import { malformed, missing, type Refusal } from './errors.js';
import type { Role, Row } from './records.js';
import type { World } from './world.js';

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body: unknown): Reply => ({ status: 201, body });
export const done: Reply = { status: 204 };

export const isUuid = (text: string): boolean => UUID.test(text);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
export const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The id in the path. @throws Refusal 400 where it is no UUID */
export function idOf({ params }: CloudRequest): string {
  const { id = '' } = params;
  if (!UUID.test(id)) throw malformed(`invalid UUID length: ${id.length}`);
  return id.toLowerCase();
}

/** The body in that shape; what the shape does not know is passed over, as Go does. @throws Refusal 400 */
export function read<S extends z.ZodType>({ body, text }: CloudRequest, shape: S): z.output<S> {
  if (text === '') throw malformed('EOF');
  // Read as JSON whatever type it is said to be of.
  const parsed = shape.safeParse(body === undefined ? parse(text) : body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw malformed(`json: cannot unmarshal value into Go struct field .${issue?.path.join('.')}: ${issue?.message}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(CUT_SHORT);
  }
}

/** What Go says of JSON that ends too early; of other faults it names the character. */
export const CUT_SHORT = 'unexpected EOF';

/** Text, as Go reads it: what is not given is empty. */
export const words = z
  .string()
  .nullish()
  .transform((given) => given ?? '');

/** One way into the API: who may, whose the thing is, what is done. */
export interface Way<T extends Row> {
  readonly roles: readonly Role[];
  /** `'read' on object 'agent'`, for refusals. */
  readonly what: string;
  /** Where the thing of the path stands. */
  readonly rows: Collection<T>;
  /** Whose it is. */
  whose(row: T): Scope;
  /** What the core says where it is not there, if that is not what it says else. */
  absent?(): Refusal;
}

/** Route of a thing by its id. */
export function ofOne<T extends Row>(
  world: World,
  [method, path]: readonly [string, string],
  way: Way<T>,
  handle: (row: T, request: CloudRequest, who: Identity) => Reply,
): Route {
  return {
    method,
    path: `/api/v1${path}`,
    handle: (request) => {
      const who = identify(world, request);
      const row = way.rows.get(idOf(request));
      if (!row) throw way.absent?.() ?? missing();
      mustBeAllowed(who, way.whose(row));
      mustBe(who, way.roles, way.what);
      return handle(row, request, who);
    },
  };
}

/** Route of no thing in particular: the handler looks for itself whose what it touches is. */
export function ofAll(
  world: World,
  [method, path]: readonly [string, string],
  roles: readonly Role[],
  what: string,
  handle: (request: CloudRequest, who: Identity) => Reply,
): Route {
  return {
    method,
    path: `/api/v1${path}`,
    handle: (request) => {
      const who = identify(world, request);
      mustBe(who, roles, what);
      return handle(request, who);
    },
  };
}
