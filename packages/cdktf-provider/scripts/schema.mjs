// The provider's schema in the form of `terraform providers schema -json`, from the provider's sources: neither Terraform nor a build has to
// be there. test/cdktf holds it against what the real Terraform says.
import { schemaOf, terraformSchema } from '@hansa/terraform-plugin/docs';
import { provider } from 'terraform-provider-hansa';

/** Without `provider_versions`: with them the generators would pin users to one exact version. */
export async function providerSchema() {
  return terraformSchema(await schemaOf(provider, 'registry.terraform.io/hansa/hansa'));
}
