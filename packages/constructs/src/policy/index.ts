export { checkPolicy, type PolicyCheck } from './check-policy.js';
