import type { ProviderFunction } from '../function.js';

/** Everything that core would refuse in a function, in words. Empty when it is sound. */
export function checkFunction({ parameters, variadic }: ProviderFunction): string[] {
  const names = [...parameters, ...(variadic ? [variadic] : [])].map(({ name }) => name);
  const bad = names.filter((name) => !/^[a-z_][a-z0-9_]*$/.test(name));
  const double = names.filter((name, index) => names.indexOf(name) !== index);
  return [
    ...bad.map((name) => `the parameter "${name}": names are lower-case letters, digits and _`),
    ...double.map((name) => `two parameters are called ${name}`),
  ];
}
