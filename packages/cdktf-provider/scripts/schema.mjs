// The provider's schema in the form of `terraform providers schema -json`, from the file that the provider itself serves it from:
// so that neither Terraform nor a build has to be there. test/cdktf holds it against what the real Terraform says.
import { readFileSync } from 'node:fs';

const SOURCE = new URL('../../terraform-provider/src/schema/schema.gen.json', import.meta.url);

/** Without `provider_versions`: with them the generators would pin users to one exact version. */
export function providerSchema() {
  const { provider, kinds } = JSON.parse(readFileSync(SOURCE, 'utf8'));
  const byType = (which) =>
    Object.fromEntries(Object.entries(kinds).map(([kind, schemas]) => [`hansa_${kind}`, schemaOf(schemas[which])]));
  return {
    format_version: '1.0',
    provider_schemas: {
      'registry.terraform.io/hansa/hansa': {
        provider: schemaOf(provider),
        resource_schemas: byType('resource'),
        data_source_schemas: byType('dataSource'),
      },
    },
  };
}

function schemaOf({ version = 0, description, attributes }) {
  return { version, block: { attributes: attributesOf(attributes), description, description_kind: 'markdown' } };
}

function attributesOf(attributes) {
  return Object.fromEntries(Object.entries(attributes).map(([name, attribute]) => [name, attributeOf(attribute)]));
}

function attributeOf({ type, nested, attributes, ...facts }) {
  return {
    ...(nested ? { nested_type: { attributes: attributesOf(attributes), nesting_mode: nested } } : { type }),
    description: facts.description,
    description_kind: 'markdown',
    ...(facts.required ? { required: true } : {}),
    ...(facts.optional ? { optional: true } : {}),
    // The framework serves an attribute with a default as computed: that is how the plan may fill it in.
    ...(facts.computed || facts.default !== undefined ? { computed: true } : {}),
    ...(facts.sensitive ? { sensitive: true } : {}),
    ...(facts.deprecated ? { deprecated: true } : {}),
    ...(facts.writeOnly ? { write_only: true } : {}),
  };
}
