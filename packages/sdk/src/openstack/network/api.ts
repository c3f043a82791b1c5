import type { AnyKind } from '../../kinds/model/index.js';
import type { CellContext } from '../../runtime/driver/cell.js';
import type { Service } from '../service.js';
import type { WireNetwork, WirePort } from '../wire.js';

/** Neutron in one region of one project: what the cells of networking need, whichever way the cloud lets people in. */
export interface NetworkApi {
  region: string;
  projectId: string;
  network: Service;
  /** The network that public addresses come from; null where there is none or none is wanted. */
  externalNetwork(): Promise<WireNetwork | null>;
  /** Id of the group that Neutron gives every port that is not told otherwise. */
  defaultGroupId(): Promise<string | undefined>;
  /**
   * Sees to it that a port's network leads to the external one, before a public address is led to the port. Absent where networks are
   * made with their way out.
   */
  route?(port: WirePort, wait: CellContext<AnyKind>['operation']): Promise<void>;
}
