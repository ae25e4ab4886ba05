/// How a page looks: on a screen, on a phone, in the dark and on paper.
enum PageStyle {
  static let text = """
    :root{--ink:#14181f;--quiet:#5a6472;--line:#dde2ea;--soft:#f5f7fa;--page:#fff;--better:#1a7f37;--worse:#c02b2f;--answer:#ecf8ef;color-scheme:light dark}
    @media (prefers-color-scheme:dark){:root{--ink:#e8ebf0;--quiet:#a3acb9;--line:#323a46;--soft:#1a1f27;--page:#101318;--better:#4cc26b;--worse:#ff7b7b;--answer:#12261a}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
    main{max-width:1180px;margin:0 auto;padding:20px 28px 60px}
    h1{font-size:26px;line-height:1.2;margin:0;display:inline}
    h2{font-size:19px;margin:44px 0 4px;padding-top:6px}
    h3{font-size:14px;margin:8px 0 2px}
    header p{margin:2px 0;color:var(--quiet);font-size:13px}
    header .run{color:var(--quiet);font-size:15px;margin-left:10px}
    code,pre{font-family:ui-monospace,"SFMono-Regular",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:12.5px}
    pre{background:var(--soft);border:1px solid var(--line);border-radius:8px;padding:12px;overflow:auto;white-space:pre-wrap;overflow-wrap:anywhere}
    .answer{background:var(--answer);border-left:5px solid var(--better);border-radius:6px;padding:12px 18px;margin:14px 0;font-size:16px}
    .answer.open{background:var(--soft);border-color:var(--quiet)}
    .warning{background:var(--soft);border-left:5px solid #e69f00;border-radius:6px;padding:10px 18px;margin:14px 0}
    .tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:12px;margin:0}
    .tiles div{background:var(--soft);border:1px solid var(--line);border-radius:10px;padding:10px 16px}
    .tiles b{display:block;font-size:24px;line-height:1.25}
    .tiles span{color:var(--quiet);font-size:13px}
    .lead,.note{color:var(--quiet);font-size:13px;margin:2px 0 8px}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;font-size:13.5px;font-variant-numeric:tabular-nums}
    th,td{padding:6px 9px;border-bottom:1px solid var(--line);text-align:left;white-space:nowrap}
    th{font-weight:600}
    thead th{color:var(--quiet);font-weight:500;vertical-align:bottom}
    th small,td small{display:block;font-size:11px;color:var(--quiet);font-weight:400;line-height:1.2}
    td small{display:inline;margin-left:5px}
    td.n,th.n{text-align:right}
    .scoreboard{width:100%}
    .scoreboard td,.scoreboard thead th{text-align:right}
    .scoreboard th:first-child,.scoreboard .verdict,.scoreboard thead .verdict{text-align:left}
    .scoreboard .verdict{white-space:normal;min-width:150px}
    .scoreboard .plot{text-align:center;padding:4px;vertical-align:middle}.plot svg{display:block;margin:0 auto}
    .scoreboard bdi{overflow-wrap:break-word}.fig{white-space:nowrap}
    .scoreboard tbody th{max-width:230px;white-space:normal}
    .swatch{margin-right:8px;vertical-align:1px}
    .better{color:var(--better)}.worse{color:var(--worse)}.unsure,.quiet{color:var(--quiet)}
    .chip{display:inline-block;font-size:12px;white-space:nowrap;margin-right:4px}
    figure{margin:6px 0 14px;min-width:0}
    figure[hidden]{display:none}
    .chart{position:relative;min-height:40px;width:100%;overflow:hidden}
    .chart svg{display:block;max-width:100%;height:auto;overflow:visible}
    .chart .vega-embed{width:100%;padding-right:0}
    .chart .vega-embed summary{top:-30px;opacity:.35}
    .chart .mark-rect path{shape-rendering:crispEdges}.grid{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,460px),1fr));gap:4px 32px}
    details.table{font-size:13px;color:var(--quiet)}
    details.table table{color:var(--ink)}
    details.table .scroll{max-height:340px;overflow:auto}
    summary{cursor:pointer}
    button,select{font:inherit;color:inherit;background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:3px 10px}
    :focus-visible{outline:3px solid #56b4e9;outline-offset:2px}
    nav{font-size:13px;margin:10px 0 0}nav a{color:inherit;margin-right:14px;display:inline-block}
    ul.plain{list-style:none;padding:0;margin:6px 0}
    @media (max-width:640px){main{padding:14px 14px 40px}h1{font-size:22px;display:block}header .run{margin:0;display:block;font-size:13px}.tiles{grid-template-columns:1fr 1fr;gap:8px}.tiles b{font-size:19px}.tiles div{padding:8px 10px}.answer{font-size:15px;padding:10px 12px}th,td{padding:5px 6px}.scoreboard th:first-child{position:sticky;left:0;background:var(--page);max-width:140px;white-space:normal}.scoreboard .plot{display:none}.swatch{display:block;margin:0}}
    @media print{:root{--ink:#000;--quiet:#444;--line:#ccc;--soft:#f5f7fa;--page:#fff;--better:#1a7f37;--worse:#c02b2f;--answer:#ecf8ef;color-scheme:light}main{max-width:none;padding:0}body{font-size:12px}section{break-inside:auto}figure,.tiles,tr{break-inside:avoid}h2,h3,.lead,.picker{break-after:avoid}nav,.csv,.vega-embed summary,.picker select{display:none!important}details.table:not([open]){display:none}.scroll{overflow:visible;max-height:none!important}.scoreboard{font-size:10px}th,td{padding:3px 4px}}
    """
}
