import { neutronError } from '../errors.js';
import type { World } from '../world.js';

export const notFound = (type: string, message: string) => neutronError(404, `${type}NotFound`, message);
export const badRequest = (message: string, resource = 'request') =>
  neutronError(400, 'BadRequest', `Bad ${resource} request: ${message}`);
export const invalidInput = (message: string) =>
  neutronError(400, 'InvalidInput', `Invalid input for operation: ${message}`);

/** @throws Refusal where there are as many as somebody allowed */
export function checkQuota(world: World, name: string, current: number, more = 1): void {
  if (world.beyondQuota(name, current, more) !== undefined)
    throw neutronError(409, 'OverQuota', `Quota exceeded for resources: ['${name}'].`);
}
