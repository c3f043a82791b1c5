import { conformsOnTheEmulator } from './emulated.js';

describe('the eight laws', () => conformsOnTheEmulator('seca'));
