import type { AnyCloud } from '@hansa/sdk/driver';
import type { Attribute, Attributes, Schema } from '@hansa/terraform-plugin';
import type { z } from 'zod';
import { toCamel, toSnake } from '../names.js';
import type { DriverSettings } from '../schema/generated.js';
import { policyAttribute } from './placement-schema.js';
import { terraformType } from './terraform-type.js';

/** The provider's own settings: the owner, and each cloud with the settings of all drivers together. */
export function providerSchema(clouds: readonly AnyCloud[], profiles: readonly AnyCloud[]): Schema {
  return {
    description: 'One provider for many clouds: the same resources everywhere, `cloud` says where.',
    attributes: {
      owner: {
        type: 'string',
        optional: true,
        description:
          'Marks what this configuration makes, as a label at the cloud; by it an interrupted create is found again. Give each ' +
          'configuration its own. 1 to 63 of letters, digits, `-`, `_` and `.`. Default: `default`.',
      },
      clouds: {
        nested: 'map',
        optional: true,
        description:
          "The clouds by the id that `cloud` names. Default: every driver and every vendor whose endpoint is known, with the credentials that the vendor's own tools find. " +
          'Where it is set, only these can be used. What is left out of a cloud comes from its own environment variables and files.',
        attributes: {
          driver: {
            type: 'string',
            optional: true,
            description: `The driver, where it is not the id itself: ${idsOf(clouds)}. Or a vendor whose endpoint is known: ${idsOf(profiles)}.`,
          },
          ...settings(clouds),
        },
      },
      policy: policyAttribute(
        'What this configuration allows, wherever it puts things: what breaks it is an error of the plan at the attribute to blame, and ' +
          'what stands already is warned of.',
      ),
      claims: {
        type: 'string',
        optional: true,
        description:
          'A file of claims of your own (YAML or JSON), laid over what is known of clouds: who controls them, where they stand, which ' +
          'certificates they hold.',
      },
    },
  };
}

/** What each driver takes. */
export function driverSettings(clouds: readonly AnyCloud[]): Record<string, DriverSettings> {
  return Object.fromEntries(
    clouds.map(({ id, title, config, profile }) => [
      id,
      { title, settings: Object.keys(config.shape).map(toSnake), ...(profile && { driver: profile.driver }) },
    ]),
  );
}

function idsOf(clouds: readonly AnyCloud[]): string {
  return clouds.map(({ id }) => `\`${id}\``).join(', ');
}

function settings(clouds: readonly AnyCloud[]): Attributes {
  const names = [...new Set(clouds.flatMap(({ config }) => Object.keys(config.shape)))];
  return Object.fromEntries(names.map((name) => [toSnake(name), setting(clouds, name)]));
}

/** One setting, as all drivers that take it say it. */
function setting(clouds: readonly AnyCloud[], name: string): Attribute {
  if (toCamel(toSnake(name)) !== name || name === 'driver') throw new TypeError(`"${name}" cannot be a setting`);
  const takers = clouds.flatMap((cloud) => {
    const type = cloud.config.shape[name] as z.ZodType | undefined;
    return type ? [{ cloud, type, plain: terraformType(type) }] : [];
  });
  const [first, ...rest] = takers;
  const other = rest.find(({ plain }) => JSON.stringify(plain) !== JSON.stringify(first?.plain));
  if (!first || other) throw new TypeError(`"${name}" has different types at different clouds`);
  return {
    ...first.plain,
    optional: true,
    ...(takers.some(({ cloud }) => cloud.secrets.includes(name)) ? { sensitive: true } : {}),
    description: takers
      .map(({ cloud, type }) => `${cloud.title}: ${type.description ?? 'as its tools say it'}`)
      .join(' '),
  };
}
