const HEAD = ['cloud', 'place', 'server', 'type', 'address', 'a month'];

/** The servers as a table; the last column is the net price of each. */
export function table(servers) {
  const rows = servers.map(({ cloud, place, name, type, address, price_per_month: price, currency }) => [
    cloud,
    place,
    name,
    type,
    address ?? '-',
    price === null ? 'unknown' : `${price.toFixed(2)} ${currency}`,
  ]);
  const widths = HEAD.map((head, i) => Math.max(head.length, ...rows.map((row) => row[i].length)));
  const line = (cells) =>
    `  ${cells.map((cell, i) => pad(cell, widths[i], i === HEAD.length - 1)).join('  ')}`.trimEnd();
  return [line(HEAD), line(widths.map((width) => '─'.repeat(width))), ...rows.map(line)].join('\n');
}

function pad(text, width, right) {
  return right ? text.padStart(width) : text.padEnd(width);
}
