// Inside report only: the style of the page, which it carries itself. Colours as in assets/css.
#pragma once

#include <string_view>

namespace loopbaankaart::flow {

inline constexpr std::string_view page_style = R"(
:root{color-scheme:light dark;--paper:#F7F1E3;--leaf:#FFFBF0;--ink:#26252E;--soft:#575162;--line:#7D7466;--haze:#E3DCCB;--trail:#A8361C;--water:#125268;--forest:#2C6247;--gold:#F4C455;--sea:#CFE3E4;--amber:#8A5A00}
@media screen and (prefers-color-scheme:dark){:root{--paper:#1B2130;--leaf:#252D40;--ink:#EFE6D2;--soft:#BDB6C8;--line:#8C8798;--haze:#2E3546;--trail:#FF9B66;--water:#8CD0DF;--forest:#93CDA8;--sea:#16202F;--amber:#F4C455}}
*{box-sizing:border-box}
body{margin:0;padding:1.4rem 1rem 3rem;background:var(--sea);color:var(--ink);font:1.0625rem/1.55 Atkinson Hyperlegible Next,Atkinson Hyperlegible,system-ui,sans-serif;overflow-wrap:break-word}
main{max-width:60rem;margin:0 auto;padding:1.6rem 1.375rem 2rem;background:var(--paper);border:1.8px solid var(--ink);border-radius:14px 16px 13px 17px/16px 13px 17px 14px;box-shadow:0 2px 0 #2e254021,0 4px 0 #2e254019}
h1,h2,h3{font-family:Fraunces,Georgia,serif;font-weight:600;line-height:1.15;text-wrap:balance}
h1{font-size:clamp(1.75rem,1.35rem + 2vw,2.5rem);margin:0 0 .4em}
h2{font-size:1.375rem;margin:2.2em 0 .5em;padding-top:.9em;border-top:1px solid var(--line)}
h3{font-size:1.0625rem;margin:0 0 .3em}
p,ul{margin:0 0 .8em;max-width:62ch}
.lead{font-size:1.1875rem;color:var(--soft)}
.small,.words{font-size:.9375rem;color:var(--soft)}
svg{display:block;fill:none;stroke:var(--ink);stroke-width:1.4}
svg text{fill:var(--soft);stroke:none;font:12px system-ui,sans-serif}.end{text-anchor:end}.mid{text-anchor:middle}
.mark{display:inline-block;width:1.25rem;height:1.25rem;vertical-align:-.25rem;margin-right:.35rem;stroke-width:2}
.green{stroke:var(--forest)}.green .fill{fill:var(--forest)}.amber{stroke:var(--amber)}.amber .fill{fill:var(--amber)}.red{stroke:var(--trail)}.red .fill{fill:var(--trail)}.grey{stroke:var(--soft)}.dashed{stroke-dasharray:3 3}
.sum{padding:1rem 1.2rem;background:var(--leaf);border:1.6px solid var(--ink);border-radius:13px 17px 14px 16px;margin-bottom:1.2rem}.sum p{margin:.2em 0;font-size:1.125rem}
.scroll{overflow-x:auto;margin:0 0 1em}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
th,td{padding:.4rem .8rem .4rem 0;text-align:left;border-bottom:1px solid var(--haze);vertical-align:top}
thead th{font-size:.9375rem;font-weight:600;color:var(--soft);border-bottom-color:var(--line)}
.figures{font-size:.8125rem}.figures td,.figures th{padding-right:.4rem}.figures td{white-space:nowrap}.figures thead th{font-size:inherit;vertical-align:bottom}caption{text-align:left;padding-bottom:.3rem}
.kinds{display:grid;gap:1.1rem 2.2rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr))}
.kinds section{break-inside:avoid;min-width:0}
.row{display:grid;grid-template-columns:1fr auto;gap:0 .8rem;align-items:baseline;margin:.35rem 0 .5rem;max-width:24rem}.row svg{grid-column:1/-1;width:100%}
.dots .fill{fill:var(--forest);stroke:var(--forest)}.dots .aim{stroke:var(--trail);stroke-width:2}
.skill .zero{stroke:var(--line);stroke-dasharray:3 2.5}.skill .bar{stroke:var(--water);stroke-width:2.6;stroke-linecap:round}.skill .fill{fill:var(--water);stroke:var(--paper);stroke-width:1.5}
.years{width:100%;max-width:26rem}.years .line{stroke:var(--haze);stroke-width:1}.years .thin{stroke:var(--water);stroke-width:1.6}.years .thick{stroke:var(--water);stroke-width:9;opacity:.45}
.years .came{fill:var(--ink);stroke:var(--paper);stroke-width:1.5}.years .missed{fill:var(--paper);stroke:var(--trail);stroke-width:2.4}
summary{cursor:pointer;color:var(--water);text-decoration:underline;text-underline-offset:.17em;font-size:.9375rem;padding:.4rem 0;min-height:2.75rem}
:focus-visible{outline:3px solid #FFD23F;outline-offset:1px;box-shadow:0 0 0 7px var(--ink)}
ul{padding-left:1.2rem}dl.colours{margin:0;max-width:62ch}dt{margin-top:.5rem;font-weight:600}dd{margin:0 0 0 1.6rem}
footer{margin-top:2.5rem;font-size:.8125rem;color:var(--soft);overflow-wrap:anywhere}
@media print{body{padding:0;background:none;font-size:10.5pt}main{border:0;box-shadow:none;max-width:none;padding:0;background:none}h2,h2+p,h3{break-after:avoid}table{font-size:8.5pt}.figures{font-size:6.8pt}.figures td,.figures th{padding:1pt 4pt 1pt 0}tr,.row,li{break-inside:avoid}details::details-content{display:block;content-visibility:visible}summary{display:none}.scroll{overflow:visible}.kinds{grid-template-columns:1fr 1fr}})";
static_assert(page_style.find_first_of("&<>\"'") == page_style.npos);  // in a style element nothing is read back: what would be escaped may not be in it

}  // namespace loopbaankaart::flow
