/// What a page does by itself: draws its charts, lets the reader choose a strategy, and writes CSV.
enum PageScript {
  static let text = #"""
    (() => {
      'use strict';
      const root = document.documentElement;
      const data = JSON.parse(document.getElementById('ploy-data').textContent);
      const all = (selector, of = document) => [...of.querySelectorAll(selector)];

      const values = column => column.codes ? column.codes.map(code => column.words[code]) : column.values;
      const rows = table => {
        const columns = table.columns.map(column => [column.name, values(column)]);
        const count = columns.length ? columns[0][1].length : 0;
        return Array.from({length: count}, (_, row) =>
          Object.fromEntries(columns.map(([name, cells]) => [name, cells[row]])));
      };

      // Outlines: polylines in whole steps, as differences, five bits to a character.
      const points = (ring, scale) => {
        const numbers = [];
        for (let i = 0; i < ring.length;) {
          let value = 0, shift = 0, bits;
          do { bits = ring.charCodeAt(i++) - 63; value |= (bits & 31) << shift; shift += 5; } while (bits & 32);
          numbers.push(value & 1 ? ~(value >> 1) : value >> 1);
        }
        let x = 0, y = 0;
        const out = [];
        for (let i = 0; i + 1 < numbers.length; i += 2) {
          x += numbers[i]; y += numbers[i + 1];
          out.push([x / scale, y / scale]);
        }
        return out;
      };
      const lands = {};
      const land = name => lands[name] ||= data.outlines[name].rings.map(ring => ({
        type: 'Feature',
        geometry: {type: 'Polygon', coordinates: [points(ring, data.outlines[name].scale)]}
      }));
      const way = row => ({...row, type: 'Feature', geometry: {type: 'LineString',
        coordinates: [[row.longitude, row.latitude], [row.longitude2, row.latitude2]]}});

      const fit = (packed, width) => {
        const spec = structuredClone(packed.spec);
        const meta = spec.usermeta || {};
        delete spec.usermeta;
        spec.datasets = {};
        for (const table of packed.tables) {
          spec.datasets[table.name] = meta.arcs === table.name ? rows(table).map(way) : rows(table);
        }
        for (const name of meta.outlines || []) spec.datasets[name] = land(name);
        if (spec.facet) {
          const columns = Math.max(1, Math.floor(width / (meta.facet || 280)));
          spec.columns = columns;
          spec.spec.width = Math.max(90, Math.floor(width / columns) - 58);
        } else {
          spec.width = width;
          spec.autosize = {type: 'fit-x', contains: 'padding'};
        }
        if (meta.aspect) spec.height = Math.round(width * meta.aspect);
        return spec;
      };
      const config = width => ({
        background: null,
        font: getComputedStyle(document.body).fontFamily,
        view: {stroke: null},
        axis: {labelColor: 'currentColor', titleColor: 'currentColor', gridColor: 'currentColor', gridOpacity: 0.12,
          domainColor: 'currentColor', domainOpacity: 0.4, tickColor: 'currentColor', tickOpacity: 0.4,
          titleFontWeight: 'normal', labelFontSize: 12, titleFontSize: 12, labelLimit: Math.min(200, width / 3)},
        legend: {orient: 'bottom', labelColor: 'currentColor', titleColor: 'currentColor', titleFontWeight: 'normal',
          labelFontSize: 12, titleFontSize: 12, symbolStrokeWidth: 3, labelLimit: 170, symbolLimit: 200,
          columns: Math.max(1, Math.floor(width / 140)), direction: 'horizontal',
          layout: {bottom: {anchor: 'start', direction: width < 520 ? 'vertical' : 'horizontal'}}},
        header: {labelColor: 'currentColor', titleColor: 'currentColor', labelFontSize: 12},
        text: {fill: 'currentColor', color: 'currentColor'},
        rule: {color: 'currentColor', stroke: 'currentColor'},
        axisBand: {grid: false}
      });

      const draw = figure => {
        const packed = data.charts[figure.dataset.chart];
        const place = figure.querySelector('.chart');
        const width = place ? Math.floor(place.clientWidth) : 0;
        if (!packed || !place || !width || figure.dataset.width === String(width)) return null;
        figure.dataset.width = width;
        return vegaEmbed(place, fit(packed, width), {
          renderer: 'svg', logLevel: 1, config: config(width), mode: 'vega-lite',
          actions: {export: {svg: true, png: true}, source: false, compiled: false, editor: false},
          downloadFileName: figure.dataset.chart,
          tooltip: {theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'}
        }).then(() => { figure.dataset.drawn = '1'; }, error => {
          figure.dataset.failed = String(error);
          console.error(figure.dataset.chart, error);
        });
      };
      const drawAll = () => window.vegaEmbed
        ? Promise.all(all('figure[data-chart]:not([hidden])').map(draw)) : Promise.resolve();

      const choose = (section, name) => {
        const figures = all('figure[data-choice]', section);
        if (!figures.some(figure => figure.dataset.choice === name)) return;
        for (const figure of figures) figure.hidden = figure.dataset.choice !== name;
        all('select', section).forEach(select => { select.value = name; });
      };
      document.addEventListener('change', event => {
        if (!event.target.matches('.picker select')) return;
        for (const section of all('section')) choose(section, event.target.value);
        drawAll();
      });

      const tableOf = element => data.charts[element.dataset.of].tables[element.dataset.table];

      // Large tables are filled in when they are opened.
      const shown = (value, unit, most) => {
        if (value === null || value === undefined) return '\u2013';
        if (typeof value === 'string') return value;
        if (unit === '1') return (value * 100).toFixed(1) + '%';
        return value.toFixed(Number.isInteger(value) && unit !== '\u00b0' ? 0 : most >= 1000 ? 0 : most >= 100 ? 1 : 2);
      };
      const fill = place => {
        const table = tableOf(place);
        const cells = table.columns.map(values);
        const most = cells.map(column => column.reduce((top, value) => typeof value === 'number' ? Math.max(top, Math.abs(value)) : top, 0));
        const add = (parent, name, text, kind) => {
          const element = parent.appendChild(document.createElement(name));
          if (text !== undefined) element.textContent = text;
          if (kind) element.className = kind;
          return element;
        };
        const whole = add(place, 'table');
        const head = add(add(whole, 'thead'), 'tr');
        table.columns.forEach(column => {
          const cell = add(head, 'th', column.heading, column.codes ? '' : 'n');
          cell.scope = 'col';
          if (column.unit && column.unit !== '1') add(cell, 'small', column.unit);
        });
        const body = add(whole, 'tbody');
        const count = cells.length ? cells[0].length : 0;
        for (let row = 0; row < Math.min(count, 500); row++) {
          const line = add(body, 'tr');
          cells.forEach((column, i) => {
            const text = shown(column[row], table.columns[i].unit, most[i]);
            if (table.columns[i].codes) add(add(line, 'td'), 'bdi', text); else add(line, 'td', text, 'n');
          });
        }
        if (count > 500) add(place, 'p', (count - 500) + ' more rows are in the CSV.', 'note');
      };
      document.addEventListener('toggle', event => {
        for (const place of all('.scroll[data-of]', event.target)) if (!place.firstChild) fill(place);
      }, true);

      const field = value => {
        const text = value === null || value === undefined ? '' : String(value);
        return /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
      };
      document.addEventListener('click', event => {
        const button = event.target.closest('button.csv');
        if (!button) return;
        const table = tableOf(button);
        const cells = table.columns.map(values);
        const lines = [table.columns.map(column => column.name)];
        for (let row = 0; row < (cells[0] || []).length; row++) lines.push(cells.map(column => column[row]));
        const link = document.createElement('a');
        link.href = 'data:text/csv;charset=utf-8,' + encodeURIComponent(lines.map(line => line.map(field).join(',') + '\r\n').join(''));
        link.download = button.dataset.of + (table.name === 'table' ? '' : '-' + table.name) + '.csv';
        link.click();
      });

      let timer;
      addEventListener('resize', () => { clearTimeout(timer); timer = setTimeout(drawAll, 150); });
      drawAll().then(() => { root.dataset.ready = '1'; });
    })();
    """#
}
