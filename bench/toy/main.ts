import { serve } from '@hansa/terraform-plugin';

void serve(async () => (await import('./provider.js')).provider, { address: 'registry.terraform.io/example/toy' });
