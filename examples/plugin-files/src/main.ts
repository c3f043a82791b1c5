import { serve } from '@hansa/terraform-plugin';

void serve(() => import('./provider.js').then(({ provider }) => provider), {
  address: 'registry.terraform.io/example/files',
});
