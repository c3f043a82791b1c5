/** What Terraform and OpenTofu set so that a provider knows that it was started by them. */
const COOKIE_KEY = 'TF_PLUGIN_MAGIC_COOKIE';
const COOKIE_VALUE = 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2';

/** Tells whether Terraform or OpenTofu started this process. */
export function startedByTerraform(env: NodeJS.ProcessEnv): boolean {
  return env[COOKIE_KEY] === COOKIE_VALUE;
}

/** The environment by which a test plays Terraform. */
export const cookieEnvironment = { [COOKIE_KEY]: COOKIE_VALUE } as const;

/** For a person who started the provider by hand. */
export const NOT_BY_HAND = `This is a Terraform provider: it is started by terraform or tofu, not by hand.
Name it in required_providers and run terraform init, or start it with --debug to attach to it.
`;
