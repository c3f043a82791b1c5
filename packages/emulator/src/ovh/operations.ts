import type { Route } from '../core/http.js';
import { notFound } from './errors.js';
import { date } from './input.js';
import type { OperationRecord } from './records.js';
import type { World } from './world.js';

const OPERATIONS = '/cloud/project/{serviceName}/operation';

/** What is under way, or was. */
export function operations(world: World): Route[] {
  return [
    {
      method: 'GET',
      path: OPERATIONS,
      handle: () => ({ status: 200, body: world.operations.list().map(shownOperation) }),
    },
    {
      method: 'GET',
      path: `${OPERATIONS}/{operationId}`,
      handle: ({ params }) => {
        const found = world.operations.get(params['operationId']!);
        if (!found) throw notFound('Operation does not exist');
        return { status: 200, body: shownOperation(found) };
      },
    },
  ];
}

export function shownOperation({ id, action, status, resourceId, region, created, ended }: OperationRecord) {
  return {
    id,
    action,
    status,
    resourceId,
    regions: [region],
    progress: status === 'completed' ? 100 : 0,
    createdAt: date(created),
    startedAt: date(created),
    completedAt: ended === null ? null : date(ended),
    subOperations: null,
  };
}
