import { serve } from '../../src/index.js';
import { storeProvider } from './provider.js';

void serve(storeProvider(), { address: 'example.com/test/store' });
