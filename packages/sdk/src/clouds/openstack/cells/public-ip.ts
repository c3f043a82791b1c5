export { publicIp } from '../../../openstack/network/public-ip.js';
