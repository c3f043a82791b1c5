/** The whole style of the page. Colours keep 4.5:1 against white; nothing is told by colour alone. */
export const STYLE = `
:root { font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; color: #1c2530; background: #fff; }
body { max-width: 62rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; } h2 { font-size: 1.25rem; margin: 2.2rem 0 .6rem; border-bottom: 2px solid #1f4f86; }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .3rem; } p { margin: .4rem 0; } a { color: #1f4f86; } a:focus-visible { outline: 3px solid #b45309; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; background: #fff; }
.facts { display: flex; flex-wrap: wrap; gap: .8rem; padding: 0; margin: 1rem 0; list-style: none; }
.facts li { border: 1px solid #9aa7b5; border-radius: 6px; padding: .5rem .9rem; min-width: 9rem; }
.facts b { display: block; font-size: 1.25rem; } .facts span { color: #46535f; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #c8d0d8; overflow-wrap: break-word; } td:first-child { overflow-wrap: anywhere; min-width: 9rem; }
th { white-space: nowrap; overflow-wrap: normal; } td.number, th.number { text-align: right; white-space: nowrap; }
.beside { display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-start; } .plain { margin: 0; padding-left: 1.1rem; }
svg { max-width: 100%; height: auto; font-size: 13px; } svg.map { width: 27rem; } svg.bars { width: 40rem; }
.tile rect { fill: #eef1f4; stroke: #9aa7b5; } .tile text { text-anchor: middle; fill: #46535f; }
.maybe rect { fill: #fff; stroke: #1f4f86; stroke-width: 2; stroke-dasharray: 5 3; } .again { color: #46535f; }
.here rect { fill: #1f4f86; stroke: #12335a; } .here text { fill: #fff; } .here .count { font-weight: bold; }
rect.now { fill: #7b8896; } rect.planned { fill: #1f4f86; } text.label { text-anchor: end; } .key .now { color: #7b8896; } .key .planned { color: #1f4f86; }
.verdict { font-weight: bold; } .met { color: #14622f; } .not-met { color: #a31515; } .unknown { color: #8a4b00; }
.note { background: #fff7e6; border-left: 4px solid #b45309; padding: .4rem .8rem; } footer { margin-top: 2.5rem; font-size: .85rem; color: #46535f; }
@media print { body { max-width: none; padding: 0; } h2 { break-after: avoid; } tr, svg, .facts li { break-inside: avoid; } .skip { display: none; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } thead { display: table-header-group; } .wide { overflow: visible; } }
`;
