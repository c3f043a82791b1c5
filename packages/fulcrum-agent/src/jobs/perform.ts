import { CloudError } from '@hansa/sdk';
import type { WireJob } from '@hansa/sdk/clouds/fulcrum';
import { readCatalogue } from '../catalogue.js';
import type { Federation } from '../federation.js';
import type { Deliverer } from './deliver.js';
import type { Outcome } from './outcome.js';

/** Does what a job asks for. @throws CloudError with which it fails */
export async function perform(federation: Federation, deliverer: Deliverer, job: WireJob): Promise<Outcome> {
  const service = (await federation.core.service(job.serviceId)) ?? job.service;
  if (!service) throw new CloudError('not-found', { message: `the core knows no service ${job.serviceId}` });
  const kind = await federation.kindOf(service);
  if (!kind) {
    // The catalogue: it stands at no cloud.
    if (job.action === 'delete') return { told: {} };
    return { told: { agentInstanceData: { catalogue: await readCatalogue(federation) } } };
  }
  const order = { kind, service, job };
  switch (job.action) {
    case 'create':
      return deliverer.create(order);
    case 'update':
      return deliverer.update(order);
    case 'start':
      return deliverer.power(order, 'on');
    case 'stop':
      return deliverer.power(order, 'off');
    case 'refresh':
      return deliverer.refresh(order);
    case 'delete':
      return deliverer.delete(order);
    default:
      throw new CloudError('unsupported', {
        message: `a ${kind.name.replace('_', ' ')} knows no action "${job.action}"`,
        next: ['use create, update, start, stop, refresh or delete'],
      });
  }
}
