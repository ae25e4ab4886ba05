import Foundation
import Reports
import Testing
import Workbench

private let isReady = WebDriver.isInstalled && InstalledRuntime.find() != nil

/// Reports in a real browser. `make test` installs what it takes.
@Suite(.serialized, .enabled(if: isReady, "needs chromium, chromium-driver and the charts"))
struct PageInBrowserTests {
  /// Opens a page, hands it over and puts everything away.
  private func visit(
    _ summary: Summary, runtime: ChartRuntime? = InstalledRuntime.find(), width: Int = 1280,
    _ body: (WebDriver, Double, URL) async throws -> Void
  ) async throws {
    let file = try Studies.page(summary, runtime: runtime)
    defer { try? FileManager.default.removeItem(at: file) }
    let browser = try await WebDriver(width: width)
    do {
      let seconds = try await browser.open(file)
      try await body(browser, seconds, file)
    } catch {
      await browser.close()
      throw error
    }
    await browser.close()
  }

  /// Names of charts whose marks are not as many as their figures ask for.
  private static let miscounted = """
    const data = JSON.parse(document.getElementById('ploy-data').textContent);
    const values = c => c.codes ? c.codes.map(i => c.words[i]) : c.values;
    const table = (chart, n) => Object.fromEntries(chart.tables[n].columns.map(c => [c.name, values(c)]));
    const distinct = a => new Set(a).size;
    const wrong = [];
    for (const figure of document.querySelectorAll('figure[data-chart]:not([hidden])')) {
      const id = figure.dataset.chart, chart = data.charts[id], first = table(chart, 0);
      const marks = kind => figure.querySelectorAll(`.mark-${kind}.role-mark path, .mark-${kind}.role-mark line, .mark-${kind}.role-mark text`).length;
      const expect = (kind, n) => { if (marks(kind) !== n) wrong.push(`${id}: ${marks(kind)} ${kind} marks, ${n} expected`); };
      if (figure.dataset.drawn !== '1') wrong.push(`${id}: not drawn ${figure.dataset.failed || ''}`);
      const name = id.replace(/-[0-9]+$/, '');
      if (['hours', 'lateness', 'cost', 'parties'].includes(name)) {
        const parts = first[Object.keys(first)[1]];
        expect('rect', parts.filter(part => part !== 'total').length);
      } else if (name === 'difference') expect('symbol', first.mean.length);
      else if (name === 'network') {
        const places = chart.tables.length - 1;
        expect('rule', places ? first.from.length : 0);
        expect('symbol', table(chart, places).name.length);
      }
      else if (name === 'lanes') { if (marks('shape') < first.from.length) wrong.push(`${id}: lanes missing`); }
      else if (name === 'utilization') expect('rect', first.utilization.length);
      else if (name === 'burst-orders') expect('area', 1);
      else if (name === 'stock-outs' || name === 'sources') expect('rect', first.strategy.length);
      else if (name === 'stock-sites') expect('rect', Math.min(12, first.strategy.length));
      else expect('line', distinct(first.strategy));
    }
    return wrong;
    """

  @Test func `every chart draws its figures, at once and from the file alone`() async throws {
    try await visit(Studies.bangkok) { browser, seconds, file in
      #expect(seconds < 5)
      #expect(try Data(contentsOf: file).count <= 1_500_000)
      #expect(try await browser.run(Self.miscounted) as? [String] == [])
      let errors = try await browser.log("browser").filter { $0.level == "SEVERE" }
      #expect(errors.map(\.message) == [])
      let requests = try await browser.log("performance").map(\.message).filter {
        $0.contains("\"Network.requestWillBeSent\"") && $0.contains("\"documentURL\":\"file:")
          && !$0.contains("\"url\":\"file:///")
          && !$0.contains("\"url\":\"data:") && !$0.contains("\"url\":\"blob:")
      }
      #expect(requests == [])
    }
  }

  @Test func `choosing a strategy draws its network and its utilization`() async throws {
    try await visit(Studies.bangkok) { browser, _, _ in
      for strategy in Studies.bangkok.strategies {
        try await browser.run(
          """
          const select = document.querySelector('#utilization select');
          select.value = '\(strategy.name)';
          select.dispatchEvent(new Event('change', {bubbles: true}));
          """)
        for _ in 0..<100 {
          let waiting = try await browser.run(
            "return document.querySelectorAll('figure[data-chart]:not([hidden]):not([data-drawn])').length"
          )
          if waiting as? Int == 0 { break }
          try await Task.sleep(for: .milliseconds(30))
        }
        #expect(try await browser.run(Self.miscounted) as? [String] == [])
        let shown = try await browser.run(
          "return [...document.querySelectorAll('figure[data-choice]:not([hidden])')].map(f => f.dataset.choice)"
        )
        #expect(Set(shown as? [String] ?? []) == [strategy.name])
      }
    }
  }

  @Test func `figures of the page are those of the JSON`() async throws {
    let json = ReportFormat.json.render(Studies.bangkok, RenderOptions())
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let strategies = try #require(object?["strategies"] as? [[String: Any]])
    try await visit(Studies.bangkok) { browser, _, _ in
      let cells = try await browser.run(
        """
        return [...document.querySelectorAll('.scoreboard [data-kpi]')].map(cell =>
          [cell.closest('tr').dataset.strategy, cell.dataset.kpi, Number(cell.dataset.value)]);
        """)
      let found = try #require(cells as? [[Any]])
      #expect(found.count == strategies.count * 5)
      for cell in found {
        let strategy = try #require(
          strategies.first { $0["name"] as? String == cell[0] as? String })
        let kpis = try #require(strategy["kpis"] as? [String: [String: Any]])
        let mean = kpis[cell[1] as? String ?? ""]?["mean"] as? Double
        #expect(mean == (cell[2] as? NSNumber)?.doubleValue, "\(cell)")
      }
    }
  }

  @Test func `a table becomes the CSV of all its rows`() async throws {
    try await visit(Studies.bangkok) { browser, _, _ in
      let answer = try await browser.run(
        """
        let href = '';
        HTMLAnchorElement.prototype.click = function () { href = this.href; };
        const button = document.querySelector('[data-chart="delivery-time"] button.csv');
        button.click();
        const details = button.closest('details');
        details.open = true;
        details.dispatchEvent(new Event('toggle'));
        return [decodeURIComponent(href), details.querySelectorAll('tbody tr').length];
        """)
      let parts = try #require(answer as? [Any])
      let lines = (parts[0] as? String ?? "").split(separator: "\r\n")
      #expect(lines.first == "data:text/csv;charset=utf-8,strategy,share,hours")
      #expect(lines.count == 1 + Studies.bangkok.strategies.map(\.clickToDoor.count).reduce(0, +))
      #expect((parts[1] as? Int ?? 0) >= 400)
    }
  }

  @Test(arguments: [390, 1280])
  func `nothing sticks out of the page and the answer needs no scrolling`(width: Int)
    async throws
  {
    try await visit(Studies.bangkok, width: width) { browser, _, _ in
      let out = try await browser.run(
        """
        const wide = document.documentElement.clientWidth;
        const out = [...document.querySelectorAll('.chart svg text, h1, h2, h3, p, .tiles div')].filter(e => {
          const box = e.getBoundingClientRect();
          return box.width > 0 && getComputedStyle(e).opacity !== '0' && (box.left < -1 || box.right > wide + 1);
        }).map(e => e.textContent);
        if (document.documentElement.scrollWidth > wide) out.push('the page is ' + document.documentElement.scrollWidth + ' wide');
        const verdict = document.getElementById('verdict').getBoundingClientRect();
        if (verdict.bottom > innerHeight) out.push('verdict ends at ' + verdict.bottom);
        return out;
        """)
      #expect(out as? [String] == [])
    }
  }

  @Test func `axis labels do not overlap on a phone`() async throws {
    try await visit(Studies.bangkok, width: 390) { browser, _, _ in
      let overlaps = try await browser.run(
        """
        const found = [];
        for (const axis of document.querySelectorAll('.role-axis-label')) {
          const boxes = [...axis.querySelectorAll('text')].filter(t => t.textContent && getComputedStyle(t).opacity !== '0')
            .map(t => [t.textContent, t.getBoundingClientRect()]).filter(([, b]) => b.width > 0);
          for (let i = 1; i < boxes.length; i++) for (let j = 0; j < i; j++) {
            const [a, b] = [boxes[i][1], boxes[j][1]];
            if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2)
              found.push(boxes[i][0] + ' over ' + boxes[j][0]);
          }
        }
        return found;
        """)
      #expect(overlaps as? [String] == [])
    }
  }

  @Test func `in the dark text is light and the page dark`() async throws {
    try await visit(Studies.bangkok) { browser, _, _ in
      try await browser.chromium(
        "Emulation.setEmulatedMedia",
        ["features": [["name": "prefers-color-scheme", "value": "dark"]]])
      let colors = try await browser.run(
        """
        const light = color => color.match(/[0-9.]+/g).slice(0, 3).reduce((sum, c) => sum + Number(c), 0) / 3;
        const label = document.querySelector('.role-axis-label text');
        return [light(getComputedStyle(document.body).backgroundColor), light(getComputedStyle(document.body).color),
          light(getComputedStyle(label).fill)];
        """)
      let light = try #require(colors as? [NSNumber]).map(\.doubleValue)
      #expect(light[0] < 40)
      #expect(light[1] > 200)
      #expect(light[2] > 200)
    }
  }

  @Test func `names are text, whatever they hold`() async throws {
    try await visit(Studies.hostile) { browser, _, _ in
      #expect(try await browser.run("return typeof window.injected") as? String == "undefined")
      #expect(try await browser.run(Self.miscounted) as? [String] == [])
      let names = try await browser.run(
        "return [...document.querySelectorAll('.scoreboard tbody th bdi')].map(e => e.textContent)")
      #expect(names as? [String] == Studies.hostileNames)
      #expect(
        try await browser.run("return document.querySelector('h1').textContent") as? String
          == Studies.hostile.scenario.name)
      #expect(
        try await browser.run(
          "return document.querySelectorAll('main img, main b:not(.tiles b)').length")
          as? Int == 0)
      let errors = try await browser.log("browser").filter { $0.level == "SEVERE" }
      #expect(errors.map(\.message) == [])
    }
  }

  @Test(arguments: [1, 40])
  func `one strategy and forty have their pages`(count: Int) async throws {
    let summary = count == 1 ? Studies.alone : Studies.many
    try await visit(summary) { browser, seconds, file in
      #expect(seconds < 8)
      #expect(try Data(contentsOf: file).count <= 1_500_000)
      #expect(try await browser.run(Self.miscounted) as? [String] == [])
      let rows = try await browser.run(
        "return document.querySelectorAll('.scoreboard tbody tr').length")
      #expect(rows as? Int == count)
    }
  }

  @Test func `without its script the page has its tables and says what is missing`() async throws {
    try await visit(Studies.bangkok, runtime: nil) { browser, _, file in
      #expect(try Data(contentsOf: file).count < 750_000)
      #expect(
        try await browser.run("return document.getElementById('no-charts').textContent") as? String
          == ChartRuntime.hint)
      #expect(
        try await browser.run("return document.querySelectorAll('.chart').length") as? Int == 0)
      let rows = try await browser.run(
        "return document.querySelectorAll('details.table[open] tbody tr').length")
      #expect((rows as? Int ?? 0) > 500)
      let errors = try await browser.log("browser").filter { $0.level == "SEVERE" }
      #expect(errors.map(\.message) == [])
    }
  }

  @Test func `without places on the earth there are no maps, and all else is drawn`() async throws {
    var summary = Studies.bangkok
    for index in summary.strategies.indices { summary.strategies[index].makeNetwork = nil }
    try await visit(summary) { browser, _, _ in
      #expect(try await browser.run(Self.miscounted) as? [String] == [])
      let sections = try await browser.run(
        "return [...document.querySelectorAll('section')].map(e => e.id)")
      let names = try #require(sections as? [String])
      #expect(!names.contains("network") && !names.contains("lanes"))
      #expect(names.contains("stock") && names.contains("utilization"))
    }
  }

  @Test func `a printed page has all sections`() async throws {
    try await visit(Studies.bangkok) { browser, _, _ in
      let headings = try await browser.run(
        "return [...document.querySelectorAll('h2')].map(e => e.textContent)")
      let file = FileManager.default.temporaryDirectory.appending(
        path: "ploy-\(UInt32.random(in: 0 ... .max)).pdf")
      defer { try? FileManager.default.removeItem(at: file) }
      try await browser.pdf().write(to: file)
      let reader = Process()
      let written = file.appendingPathExtension("txt")
      defer { try? FileManager.default.removeItem(at: written) }
      reader.executableURL = URL(filePath: try #require(WebDriver.path(of: "pdftotext")))
      reader.arguments = ["-layout", file.path, written.path]
      try reader.run()
      // Until it has written the last word.
      var text = ""
      for _ in 0..<100 where !text.contains("How to reproduce it") {
        try await Task.sleep(for: .milliseconds(100))
        text = (try? String(contentsOf: written, encoding: .utf8)) ?? ""
      }
      let expected = try #require(headings as? [String])
      #expect(expected.count >= 14)
      for heading in expected { #expect(text.contains(heading), "\(heading) is not printed") }
      // Text of the charts is printed as well.
      #expect(text.contains("share of delivered orders"))
    }
  }
}
