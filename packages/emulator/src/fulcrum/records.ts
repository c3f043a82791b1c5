// What the emulated core keeps: plain JSON in the store. `views.ts` turns it into the shapes of the API.
import type { LifecycleSchema } from './lifecycle.js';
import type { PropertySchema } from './schema/definition.js';

export type Json = Record<string, unknown>;
export type Role = 'admin' | 'participant' | 'agent';

/** What every row has; times are ms on the emulator's clock. */
export interface Row {
  id: string;
  createdAt: number;
  updatedAt: number;
}

export interface ParticipantRow extends Row {
  name: string;
  status: 'Enabled' | 'Disabled';
}

export interface AgentTypeRow extends Row {
  name: string;
  serviceTypeIds: string[];
  configurationSchema: PropertySchema;
  configTemplate: string;
  cmdTemplate: string;
  configContentType: string;
}

export type AgentStatus = 'New' | 'Connected' | 'Disconnected' | 'Error' | 'Disabled';

export interface AgentRow extends Row {
  name: string;
  status: AgentStatus;
  /** When it last said its status. */
  seenAt: number;
  providerId: string;
  agentTypeId: string;
  /** Null where none were ever given. */
  tags: string[] | null;
  configuration?: Json;
}

export interface ServiceTypeRow extends Row {
  name: string;
  propertySchema: PropertySchema;
  lifecycleSchema: LifecycleSchema;
}

export interface GroupRow extends Row {
  name: string;
  consumerId: string;
}

export interface ServiceRow extends Row {
  name: string;
  status: string;
  properties: Json;
  agentInstanceId?: string;
  agentInstanceData?: Json;
  providerId: string;
  consumerId: string;
  groupId: string;
  agentId: string;
  serviceTypeId: string;
}

export type JobStatus = 'Pending' | 'Processing' | 'Completed' | 'Failed';

export interface JobRow extends Row {
  action: string;
  params?: Json;
  priority: number;
  status: JobStatus;
  errorMessage: string;
  claimedAt?: number;
  completedAt?: number;
  agentId: string;
  serviceId: string;
  providerId: string;
  consumerId: string;
}

export interface OptionTypeRow extends Row {
  name: string;
  type: string;
  description: string;
}

export interface OptionRow extends Row {
  providerId: string;
  serviceOptionTypeId: string;
  name: string;
  value: unknown;
  enabled: boolean;
  displayOrder: number;
}

export interface MetricTypeRow extends Row {
  name: string;
  entityType: 'Agent' | 'Service' | 'Resource';
}

export interface MetricEntryRow extends Row {
  resourceId: string;
  value: number;
  typeId: string;
  agentId: string;
  serviceId: string;
  providerId: string;
  consumerId: string;
}

export interface TokenRow extends Row {
  name: string;
  role: Role;
  hash: string;
  expireAt: number;
  participantId?: string;
  agentId?: string;
}

export interface SecretRow {
  value: unknown;
}
