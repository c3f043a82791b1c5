import './without-fetch.js';
import { serve } from '@hansa/terraform-plugin';

// The schemas are read after the handshake, while Terraform connects.
void serve(async () => (await import('./provider.js')).provider, { address: 'registry.terraform.io/hansa/hansa' });
