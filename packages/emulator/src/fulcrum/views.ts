import type * as Rows from './records.js';
import type { Definition, PropertySchema } from './schema/definition.js';
import type { World } from './world.js';

/** RFC 3339 in UTC, to the second. */
export const time = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
const times = ({ createdAt, updatedAt }: Rows.Row) => ({ createdAt: time(createdAt), updatedAt: time(updatedAt) });
const same = <T extends Rows.Row>(row: T) => ({ ...row, ...times(row) });

/** A schema as the core tells it again: what was not said of a property is said. */
const schema = ({ properties, validators }: PropertySchema) => ({
  properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, definition(one)])),
  validators: validators ?? null,
});

function definition({ properties, items, ...said }: Definition): Definition {
  return {
    label: '',
    required: false,
    immutable: false,
    ...said,
    ...(properties
      ? { properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, definition(one)])) }
      : {}),
    ...(items ? { items: definition(items) } : {}),
  };
}

export const participant = same<Rows.ParticipantRow>;
export const serviceType = ({ propertySchema, ...row }: Rows.ServiceTypeRow) => ({
  ...same(row),
  propertySchema: schema(propertySchema),
});
export const agentType = ({ configurationSchema, ...row }: Rows.AgentTypeRow) => ({
  ...same(row),
  configurationSchema: schema(configurationSchema),
});
export const optionType = same<Rows.OptionTypeRow>;
export const option = same<Rows.OptionRow>;
export const metricType = same<Rows.MetricTypeRow>;
export const measured = same<Rows.MetricEntryRow>;

export function agent(world: World, row: Rows.AgentRow, deep = true): Record<string, unknown> {
  const { seenAt: _seenAt, ...shown } = row;
  const [provider, type] = deep ? [world.participants.get(row.providerId), world.agentTypes.get(row.agentTypeId)] : [];
  return {
    ...shown,
    ...times(row),
    ...(provider ? { participant: participant(provider) } : {}),
    ...(type ? { agentType: agentType(type) } : {}),
  };
}

export const newGroup = same<Rows.GroupRow>;

export function group(world: World, row: Rows.GroupRow): Record<string, unknown> {
  const consumer = world.participants.get(row.consumerId);
  return { ...same(row), ...(consumer ? { consumer: participant(consumer) } : {}) };
}

/** A service; what it refers to stands in it where it was looked up (`deep`), not in the answer to what made it. */
export function service(world: World, row: Rows.ServiceRow, deep = true): Record<string, unknown> {
  const [by, type] = deep ? [world.agents.get(row.agentId), world.serviceTypes.get(row.serviceTypeId)] : [];
  return {
    ...same(row),
    ...(by ? { agent: agent(world, by, false) } : {}),
    ...(type ? { serviceType: serviceType(type) } : {}),
  };
}

export function job(world: World, row: Rows.JobRow, deep = true): Record<string, unknown> {
  const { claimedAt, completedAt, errorMessage, ...shown } = row;
  const [of, by] = [world.services.get(row.serviceId), world.agents.get(row.agentId)];
  const [provider, consumer] = [world.participants.get(row.providerId), world.participants.get(row.consumerId)];
  return {
    ...shown,
    ...times(row),
    ...(errorMessage ? { errorMessage } : {}),
    ...(claimedAt === undefined ? {} : { claimedAt: time(claimedAt) }),
    ...(completedAt === undefined ? {} : { completedAt: time(completedAt) }),
    ...(of ? { service: service(world, of, false) } : {}),
    ...(deep && by ? { agent: agent(world, by, false) } : {}),
    ...(deep && provider ? { provider: participant(provider) } : {}),
    ...(deep && consumer ? { consumer: participant(consumer) } : {}),
  };
}

/** A measure; in a list with what it is of. */
export function metricEntry(world: World, row: Rows.MetricEntryRow): Record<string, unknown> {
  const [type, of] = [world.metricTypes.get(row.typeId), world.services.get(row.serviceId)];
  const by = world.agents.get(row.agentId);
  return {
    ...same(row),
    ...(by ? { agent: agent(world, by, false) } : {}),
    ...(of ? { service: service(world, of, false) } : {}),
    ...(type ? { type: metricType(type) } : {}),
  };
}

/** A token with whose it is, as it is read. */
export function tokenWhole(world: World, row: Rows.TokenRow, value?: string): Record<string, unknown> {
  const [of, by] = [world.participants.get(row.participantId ?? ''), world.agents.get(row.agentId ?? '')];
  return {
    ...token(row, value),
    ...(of ? { participant: participant(of) } : {}),
    ...(by ? { agent: agent(world, by, false) } : {}),
  };
}

export function token(row: Rows.TokenRow, value?: string): Record<string, unknown> {
  const { hash: _hash, expireAt, ...shown } = row;
  return { ...shown, ...times(row), expireAt: time(expireAt), ...(value ? { value } : {}) };
}
