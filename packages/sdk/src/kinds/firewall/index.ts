export { Firewall } from './model.js';
export { type AtomicRule, atomKey, atoms, type FirewallRule, fromAtoms, sameRules } from './rules.js';
