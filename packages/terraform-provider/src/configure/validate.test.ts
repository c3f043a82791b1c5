import type { CallContext, ObjectValue } from '@hansa/terraform-plugin';
import { generated } from '../schema/generated.js';
import { validateClouds } from './validate.js';

/** What is said of this `clouds`. */
function said(clouds: Record<string, ObjectValue>): string[] {
  const errors: string[] = [];
  const error = (summary: string, { detail }: { detail: string }) => errors.push(`${summary} ${detail}`);
  validateClouds({ clouds }, generated.drivers, { diagnostics: { error } } as unknown as CallContext);
  return errors;
}

test("a vendor's cloud takes its driver's settings, under its own id or another", () => {
  expect(said({ infomaniak: { region: 'dc4-a', application_credential_id: 'x' } })).toEqual([]);
  expect(
    said({ geneva: { driver: 'infomaniak', region: 'dc3-a' }, cleura: {}, mine: { driver: 'openstack' } }),
  ).toEqual([]);
});

test('what is no cloud, and what is no setting, is told with what there is', () => {
  expect(said({ infomaniac: {} })).toEqual([expect.stringMatching(/no driver "infomaniac".*openstack.*infomaniak/s)]);
  expect(said({ infomaniak: { token: 'x' } })).toEqual([
    expect.stringMatching(/Infomaniak has no such setting.*endpoint/s),
  ]);
});
