import type { ProviderFunction } from '../function.js';
import { typeFaults } from './check.js';

/** Everything that core would refuse in a function, in words. Empty when it is sound. */
export function checkFunction({ parameters, variadic, returns }: ProviderFunction): string[] {
  const all = [...parameters, ...(variadic ? [variadic] : [])];
  const names = all.map(({ name }) => name);
  const bad = names.filter((name) => !/^[a-z_][a-z0-9_]*$/.test(name));
  const double = names.filter((name, index) => names.indexOf(name) !== index);
  return [
    ...all.flatMap(({ name, type }) => typeFaults(type).map((fault) => `the parameter ${name}: ${fault}`)),
    ...typeFaults(returns).map((fault) => `the result: ${fault}`),
    ...bad.map((name) => `the parameter "${name}": names are lower-case letters, digits and _`),
    ...double.map((name) => `two parameters are called ${name}`),
  ];
}
