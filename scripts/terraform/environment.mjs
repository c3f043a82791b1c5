/** Would change what Terraform and CDKTF do, or point at a real account. */
const FOREIGN = /^(TF_|TERRAFORM_|CDKTF_|HANSA_|HCLOUD_|SCW_|OS_)/;

/** This process's environment without other people's settings, for the programs that we run. */
export function cleanEnv(env = process.env) {
  const own = Object.entries(env).filter(([name]) => !FOREIGN.test(name));
  return { ...Object.fromEntries(own), CHECKPOINT_DISABLE: '1' };
}
