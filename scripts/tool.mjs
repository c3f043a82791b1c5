// `node scripts/tool.mjs biome check .`: a program of an installed package, kept from writing outside the clone.
import { bin, run } from './run.mjs';

const [name, ...args] = process.argv.slice(2);
run(bin(name), args);
