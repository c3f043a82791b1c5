// The same SDK from CommonJS: what servers there are at one cloud. Only that cloud's driver is loaded.
const { Hansa } = require('@hansa/sdk');

async function main() {
  const [cloud = 'hetzner'] = process.argv.slice(2);
  const servers = await new Hansa().cloud(cloud).servers.list();
  console.table(servers.map(({ id, name, place, power }) => ({ id, name, place, power })));
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
