export { dataToModel } from './data.js';
export { isNothing } from './known.js';
export { type ModelValues, toModel } from './to-model.js';
export { attributeToTerraform, toTerraform } from './to-terraform.js';
