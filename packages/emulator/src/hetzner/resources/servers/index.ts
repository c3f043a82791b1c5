import type { Route } from '../../../core/http.js';
import { hostname } from '../../input.js';
import { readRoutes, updateRoute } from '../../resource.js';
import type { World } from '../../world.js';
import { addressActions } from './address-actions.js';
import { createRoute } from './create.js';
import { deleteServerRoute } from './delete.js';
import { diskActions } from './disk-actions.js';
import { metricsRoute } from './metrics.js';
import { networkActions } from './network-actions.js';
import { powerActions } from './power-actions.js';
import { rescueActions } from './rescue-actions.js';
import { serverKind } from './resource.js';
import { typeActions } from './type-actions.js';

export function serverRoutes(world: World): Route[] {
  const kind = serverKind(world);
  return [
    ...readRoutes(world, kind),
    createRoute(world),
    updateRoute(world, kind, { name: hostname }),
    deleteServerRoute(world),
    ...powerActions(world),
    ...typeActions(world),
    ...diskActions(world),
    ...rescueActions(world),
    ...networkActions(world),
    ...addressActions(world),
    metricsRoute(world),
  ];
}
