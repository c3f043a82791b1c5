// Shapes of the core's API, as far as we read them (fulcrumproject/core 499230a, 2026-05-27, OpenAPI and source, read 2026-11).

export interface WireAgent {
  id: string;
  name: string;
  status: string;
  providerId: string;
  agentTypeId: string;
  tags: string[] | null;
  configuration?: Record<string, unknown>;
}

export interface WireService {
  id: string;
  name: string;
  status: string;
  agentId: string;
  consumerId: string;
  providerId: string;
  groupId: string;
  serviceTypeId: string;
  properties?: Record<string, unknown> | null;
  agentInstanceId?: string;
  agentInstanceData?: Record<string, unknown> | null;
}

export interface WireJob {
  id: string;
  serviceId: string;
  agentId: string;
  action: string;
  status: 'Pending' | 'Processing' | 'Completed' | 'Failed';
  params?: Record<string, unknown> | null;
  errorMessage?: string;
  createdAt: string;
  service?: WireService;
  agent?: WireAgent;
}

/** What has an id and a name: types, groups, participants. */
export interface WireNamed {
  id: string;
  name: string;
}

export interface WirePage<T> {
  items: T[] | null;
  hasNext: boolean;
}
