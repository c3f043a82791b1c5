/**
 * Why there are no firewalls here. The firewall of a server keeps no track of connections, so an answer to what the server itself asked for
 * would have to be let in by a rule that lets in everybody: what the model promises ("replies always pass", "what no rule allows is
 * dropped") cannot both be kept. The newer rulesets do keep track, but guard the cards in private networks alone.
 */
export const NO_FIREWALL = {
  because:
    "the firewall of UpCloud's servers is stateless, so replies could only be let in together with everything else " +
    '(upcloud.com/docs/products/networking/features/firewall, read 2026-11); rulesets that keep track of connections guard private ' +
    'networks alone (UpCloudLtd/terraform-provider-upcloud, read 2026-11)',
  next: "let the server's own system filter: nftables or ufw by user_data",
} as const;
