/* Draws the picture of an incident with Observable Plot: a panel for each toll, a bar for each claim.

What is drawn and every word of it come from the JSON block #picture-data (figures_site/picture.py);
colours are the style sheet's, so that light, dark and print need no drawing anew. Without this script
the page has the same claims as tables. */
"use strict";

(() => {
  const block = document.getElementById("picture-data");
  if (!block || !window.Plot || !window.d3) return;
  const data = JSON.parse(block.textContent);
  const stage = document.getElementById("picture");
  const figures = stage.dataset.figures; // the path of the figures' pages
  const DAY = 864e5;
  const SHAPES = {
    official: "circle", armed: "square", medical: "cross", aid: "diamond", witness: "triangle", report: "hexagon",
  };
  const ARROW = 26; // pixels of an open bound
  const APART = 22; // pixels between claims of one moment
  const TARGET = 24; // pixels that a finger can hit

  /* ---- Time: the clock on the wall where it was said ---- */

  function moment(clock) {
    if (!clock) return null;
    const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d))?/.exec(clock);
    if (!found) return null;
    const [, year, month, day, hour, minute] = found.map(Number);
    const from = Date.UTC(year, (month || 1) - 1, day || 1, hour || 0, minute || 0);
    const to = found[4] ? from : found[3] ? from + DAY : found[2] ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1);
    return { from, to };
  }

  const floor = (time) => Math.floor(time / DAY) * DAY;
  const times = data.panels.flatMap((panel) => panel.claims.map((claim) => moment(claim.clock))).filter(Boolean);
  const happened = data.earliest && { from: moment(data.earliest).from, to: moment(data.latest || data.earliest).to };
  let begin = times.length ? floor(Math.min(...times.map((time) => time.from))) : 0;
  let end = times.length ? floor(Math.max(...times.map((time) => Math.max(time.to - 1, time.from)))) + DAY : DAY;
  const near = happened && happened.from < begin && begin - happened.from <= Math.max(3 * DAY, (end - begin) * 0.6);
  if (near) begin = happened.from;
  const days = (end - begin) / DAY;
  const someUndated = data.panels.some((panel) => panel.claims.some((claim) => !moment(claim.clock)));

  /* ---- One panel ---- */

  function layout(panel, width) {
    const margin = { left: 44, right: 14, top: 22, bottom: 26 };
    const aside = someUndated ? Math.min(84, width * 0.2) : 0; // room for what has no date
    const right = width - margin.right - (times.length ? aside : 0);
    const x = d3.scaleUtc([begin, end], [margin.left, right]);
    const claims = panel.claims.map((claim, index) => ({ ...claim, index, time: moment(claim.clock) }));
    const dated = claims.filter((claim) => claim.time);
    const undated = claims.filter((claim) => !claim.time);
    // Claims of one day share its width evenly, those of one moment stand around it, as far apart as
    // their labels like and no further than half a day; those that would still touch are moved apart.
    const groups = d3.group(dated, (claim) => `${claim.time.from} ${claim.time.to}`);
    for (const group of groups.values()) {
      group.sort((a, b) => size(a) - size(b));
      const { from, to } = group[0].time;
      const wide = to > from ? x(to) - x(from) : Math.min((x(from + DAY) - x(from)) / 2, 150 * group.length);
      const left = to > from ? x(from) : x(from) - wide / 2;
      group.forEach((claim, place) => {
        claim.px = left + (wide * (place + 1)) / (group.length + 1);
      });
    }
    dated.sort((a, b) => a.px - b.px);
    spread(dated, margin.left + APART / 2, right - APART / 2);
    const from = times.length ? right + 6 : margin.left;
    undated.sort((a, b) => size(a) - size(b));
    undated.forEach((claim, place) => {
      claim.px = from + ((width - 6 - from) * (place + 1)) / (undated.length + 1);
    });
    spread(undated, from + 4, width - 8);
    return { margin, right, x, claims, aside };
  }

  function spread(claims, least, most) {
    const gap = Math.min(APART, (most - least) / Math.max(1, claims.length - 1));
    claims.forEach((claim, place) => {
      const before = place ? claims[place - 1].px + gap : least;
      claim.px = Math.max(claim.px, before);
    });
    for (let place = claims.length - 1, limit = most; place >= 0; place -= 1, limit -= gap) {
      claims[place].px = Math.min(claims[place].px, limit);
      limit = Math.min(limit, claims[place].px);
    }
  }

  const size = (claim) => claim.low ?? claim.high ?? 0;
  const tall = (claim) => claim.high ?? claim.low ?? 0;

  /* The highest value of the axis: a wide or feared count far above all others runs out of the panel. */
  function ceiling(claims) {
    const firm = claims.filter((claim) => !claim.feared && claim.form !== "vague");
    const most = d3.max(firm, tall) || 0;
    const all = d3.max(claims, tall) || 1;
    return most > 0 && all > 4 * most ? most * 1.5 : all;
  }

  const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });
  const whole = new Intl.NumberFormat("en");
  const short = (value) => (value >= 1e5 ? compact.format(value) : whole.format(value));

  function draw(panel, figure) {
    const holder = figure.querySelector(".plot");
    const width = Math.floor(holder.getBoundingClientRect().width);
    if (width < 120 || holder.dataset.width === String(width)) return;
    holder.dataset.width = width;
    const { margin, right, x, claims, aside } = layout(panel, width);
    const height = claims.length > 1 ? (figure.classList.contains("lead") ? 300 : 220) : 132;
    const top = ceiling(claims);
    const y = d3.scaleLinear([0, top], [height - margin.bottom, margin.top + 20]);
    const limit = margin.top + 6; // where a count that is off the scale is drawn
    for (const claim of claims) {
      claim.off = size(claim) > top;
      claim.cut = !claim.off && claim.high !== null && claim.high > top;
      claim.at = claim.off ? limit + 10 : y(claim.form === "up_to" ? claim.high : size(claim));
      claim.upper = claim.off ? limit : claim.cut ? limit : claim.high === null ? claim.at - ARROW : y(tall(claim));
      claim.lower = claim.form === "up_to" ? Math.min(claim.at + ARROW, y(0)) : claim.at;
      claim.colour = `var(--of-${claim.kind})`;
    }
    const lines = [...panel.revisions, ...panel.disputes].map(([a, b]) => [claims[a], claims[b]]);
    const scale = figure.classList.contains("lead") && width > 600 ? 1.15 : 1; // of marks and their words
    const values = y.ticks(claims.length > 1 ? 4 : 2).filter(Number.isInteger);
    const axis = values.map((value) => ({
      x1: margin.left - 6 - measure(short(value), 400, 12), x2: margin.left - 6, y1: y(value) - 7, y2: y(value) + 7,
    }));
    const labels = place(claims, lines, axis, scale, { left: 2, right: width - 2, top: 2, bottom: height - margin.bottom - 3 });
    const px = { x: (claim) => claim.px };
    const spans = claims.filter((claim) => claim.form === "span" || claim.form === "vague");
    const open = claims.filter((claim) => claim.form === "at_least" || claim.off || claim.cut);
    const below = claims.filter((claim) => claim.form === "up_to");
    const points = claims.flatMap((claim) =>
      spans.includes(claim) && !claim.off && !claim.cut ? [{ ...claim }, { ...claim, at: claim.upper }] : [claim]);
    const faint = (claim) => (claim.state === "current" ? 1 : claims.length > 12 ? 0.3 : 0.55);
    const ticks = timeTicks(x, right - margin.left);
    const chart = Plot.plot({
      width, height, marginLeft: margin.left, marginRight: margin.right, marginTop: margin.top,
      marginBottom: margin.bottom, ariaLabel: panel.title, style: { fontSize: "12px", overflow: "visible" },
      x: { type: "identity", axis: null }, y: { type: "identity", axis: null }, color: { type: "identity" }, opacity: { type: "identity" }, r: { type: "identity" },
      marks: [
        // the days, the values and what is not dated
        Plot.ruleY(values, {
          y: (d) => y(d), x1: margin.left, x2: width - margin.right,
          stroke: "var(--chart-grid)", ariaHidden: "true",
        }),
        Plot.ruleX(ticks.lines, {
          x: (d) => x(d), y1: margin.top, y2: height - margin.bottom,
          stroke: "var(--chart-grid)", strokeDasharray: "1 3", ariaHidden: "true",
        }),
        Plot.text(values, {
          x: margin.left - 6, y: (d) => y(d), text: (d) => short(d), textAnchor: "end",
          fill: "var(--soft)", ariaHidden: "true",
        }),
        Plot.text(ticks.labels, {
          x: "px", y: height - margin.bottom + 14, text: "text", fill: "var(--soft)", ariaHidden: "true",
        }),
        ...(aside && times.length
          ? [
              Plot.ruleX([right + 4], { y1: margin.top, y2: height - margin.bottom, stroke: "var(--line)", ariaHidden: "true" }),
              Plot.text(["no date"], {
                x: (right + width) / 2, y: height - margin.bottom + 14, text: (d) => d,
                fill: "var(--soft)", fontStyle: "italic", ariaHidden: "true",
              }),
            ]
          : []),
        ...(happened && times.length && happened.from < end && happened.to > begin
          ? [
              Plot.rect([happened], {
                x1: (d) => x(Math.max(begin, d.from)), x2: (d) => x(Math.min(d.to, end)),
                y1: height - margin.bottom, y2: height - margin.bottom + 4, fill: "var(--chart-event)", ariaHidden: "true",
              }),
            ]
          : []),
        // how claims hang together
        Plot.link(panel.revisions.map(([a, b]) => ({ a: claims[a], b: claims[b] })), {
          x1: (d) => d.a.px, y1: (d) => d.a.at, x2: (d) => d.b.px, y2: (d) => d.b.at,
          stroke: "var(--soft)", strokeWidth: 1.25, strokeOpacity: 0.7, ariaHidden: "true",
        }),
        Plot.link(panel.disputes.map(([a, b]) => ({ a: claims[a], b: claims[b] })), {
          x1: (d) => d.a.px, y1: (d) => d.a.at, x2: (d) => d.b.px, y2: (d) => d.b.at,
          stroke: "var(--alert)", strokeWidth: 2, strokeDasharray: "5 4", ariaHidden: "true",
        }),
        // the bars
        Plot.ruleX(spans, {
          ...px, y1: "lower", y2: "upper", stroke: "colour", strokeWidth: 9,
          strokeOpacity: (claim) => (claim.form === "vague" ? 0.3 : 0.5) * faint(claim), ariaHidden: "true",
        }),
        Plot.vector(open, {
          ...px, y: (claim) => (claim.cut ? claim.upper + ARROW - 6 : claim.at), length: ARROW, rotate: 0, anchor: "start",
          stroke: "colour", strokeWidth: 2.5, strokeOpacity: faint, ariaHidden: "true",
        }),
        Plot.vector(below, {
          ...px, y: "at", length: (claim) => Math.max(8, claim.lower - claim.at), rotate: 180, anchor: "start",
          stroke: "colour", strokeWidth: 2.5, strokeOpacity: faint, ariaHidden: "true",
        }),
        Plot.dot(claims.filter((claim) => claim.form === "about"), {
          ...px, y: "at", r: 9, stroke: "colour", strokeDasharray: "2 3", strokeOpacity: faint, ariaHidden: "true",
        }),
        Plot.dot(points, {
          ...px, y: "at", symbol: (claim) => SHAPES[claim.kind], r: (claim) => (claim.share === "whole" ? 5.5 : 4) * scale,
          fill: (claim) => (claim.feared || claim.state !== "current" ? "var(--paper)" : claim.colour),
          stroke: "colour", strokeWidth: 2, ariaHidden: "true",
        }),
        Plot.text(panel.disputes.map(([a, b]) => ({ a: claims[a], b: claims[b] })), {
          x: (d) => (d.a.px + d.b.px) / 2, y: (d) => (d.a.at + d.b.at) / 2, text: () => "≠",
          fill: "var(--alert)", stroke: "var(--paper)", strokeWidth: 6, fontSize: 17, fontWeight: 700, ariaHidden: "true",
        }),
        ...d3.cross(["start", "middle", "end"], [true, false], (anchor, bold) =>
          Plot.text(labels.filter((label) => label.anchor === anchor && label.bold === bold), {
            x: "x", y: "y", text: "text", textAnchor: anchor, fontWeight: bold ? 700 : 400, fontSize: (bold ? 13 : 11.5) * scale,
            fill: (label) => (label.faint ? "var(--soft)" : "var(--ink)"), stroke: "var(--paper)", strokeWidth: 4,
            ariaHidden: "true",
          })),
        // what leads to the words: large enough for a finger, in the order of time
        Plot.rect(claims.slice().sort((a, b) => a.px - b.px), {
          x1: (claim) => claim.px - TARGET / 2, x2: (claim) => claim.px + TARGET / 2,
          y1: (claim) => Math.min(claim.upper, claim.at - TARGET / 2),
          y2: (claim) => Math.max(claim.lower, claim.at + TARGET / 2),
          rx: 4, fill: "transparent", href: (claim) => `${figures}/${claim.figure}`,
          ariaLabel: "index",
        }),
      ],
    });
    name(chart, claims);
    holder.replaceChildren(chart);
  }

  /* Ticks: for few days each day is named in its middle, else what d3 finds fit for the span. */
  function timeTicks(x, width) {
    if (!times.length) return { lines: [], labels: [] };
    const day = d3.utcFormat("%-d %b");
    if (days <= 12) {
      const starts = d3.range(Math.round(days) + 1).map((count) => begin + count * DAY);
      const step = Math.ceil(48 / (width / days));
      return {
        lines: starts,
        labels: starts.slice(0, -1).filter((_, count) => count % step === 0)
          .map((start) => ({ px: x(start + DAY / 2), text: day(start) })),
      };
    }
    const ticks = x.ticks(Math.max(2, Math.floor(width / 90)));
    const format = days > 700 ? d3.utcFormat("%Y") : days > 90 ? d3.utcFormat("%b %Y") : day;
    return { lines: ticks, labels: ticks.map((time) => ({ px: x(time), text: format(time) })) };
  }

  const pen = document.createElement("canvas").getContext("2d");
  function measure(words, weight, size) {
    pen.font = `${weight} ${size}px system-ui, sans-serif`; // as Plot writes them
    return Math.ceil(pen.measureText(words).width) + 2;
  }

  /* Labels beside their bars where they hide nothing; what finds no room is in the tip and the table. */
  function place(claims, lines, axis, scale, frame) {
    const along = axis.concat(lines.flatMap(([a, b]) => {
      const count = Math.ceil(Math.hypot(b.px - a.px, b.at - a.at) / 8);
      return d3.range(1, count).map((step) => {
        const [x, y] = [a.px + ((b.px - a.px) * step) / count, a.at + ((b.at - a.at) * step) / count];
        return { x1: x - 1, x2: x + 1, y1: y - 1, y2: y + 1 };
      });
    }));
    const taken = claims.map((claim) => ({
      x1: claim.px - 6, x2: claim.px + 6, y1: Math.min(claim.upper, claim.at - 6), y2: Math.max(claim.lower, claim.at + 6),
    }));
    const apart = (box) => (other) =>
      box.x2 <= other.x1 || other.x2 <= box.x1 || box.y2 <= other.y1 || other.y2 <= box.y1;
    const clear = (box) =>
      box.x1 >= frame.left && box.x2 <= frame.right && box.y1 >= frame.top && box.y2 <= frame.bottom &&
      taken.every(apart(box));
    const free = (box) => clear(box) && along.every(apart(box));
    const labels = [];
    const rank = (claim) =>
      (claim.disputed ? 4 : 0) + (claim.share === "whole" ? 2 : 0) + (claim.state === "current" ? 1 : 0);
    const many = claims.length > 12; // then what no longer stands is not named
    const named = claims.filter((claim) => !many || claim.state === "current");
    for (const claim of named.sort((a, b) => rank(b) - rank(a) || size(b) - size(a))) {
      const more = [claim.share === "whole" ? "" : claim.share, claim.feared ? "feared" : "", claim.denied ? "denied" : "", claim.off ? "off the scale" : ""];
      const text = claim.amount + (more.some(Boolean) ? ` (${more.filter(Boolean).join(", ")})` : "");
      const wide = measure(text, 700, 13 * scale);
      const said = claim.who.length > 26 ? `${claim.who.slice(0, 25)}…` : claim.who;
      const who = claim.sources > 1 ? `${said} + ${claim.sources - 1} more` : said;
      const both = Math.max(wide, measure(who, 400, 11.5 * scale));
      const spots = (width, tall) => [
        { anchor: "start", x: claim.px + 11, y: claim.at, x1: claim.px + 8, x2: claim.px + 10 + width, y1: claim.at - tall / 2, y2: claim.at + tall / 2 },
        { anchor: "end", x: claim.px - 11, y: claim.at, x1: claim.px - 10 - width, x2: claim.px - 8, y1: claim.at - tall / 2, y2: claim.at + tall / 2 },
        { anchor: "middle", x: claim.px, y: claim.upper - 10 - tall / 2, x1: claim.px - width / 2, x2: claim.px + width / 2, y1: claim.upper - 10 - tall, y2: claim.upper - 9 },
        { anchor: "middle", x: claim.px, y: claim.lower + 10 + tall / 2, x1: claim.px - width / 2, x2: claim.px + width / 2, y1: claim.lower + 9, y2: claim.lower + 10 + tall },
      ];
      const two = spots(both, 30 * scale).find(free) || spots(both, 30 * scale).find(clear);
      const spot = two || spots(wide, 15 * scale).find(free) || spots(wide, 15 * scale).find(clear);
      if (!spot) continue;
      taken.push(spot);
      const faint = claim.state !== "current";
      labels.push({ ...spot, y: two ? spot.y - 7 * scale : spot.y, text, bold: true, faint });
      if (two) labels.push({ ...spot, y: spot.y + 8 * scale, text: who, bold: false, faint: true });
    }
    return labels;
  }

  /* ---- Names for those who cannot see it, and the tip for those who can ---- */

  function name(chart, claims) {
    chart.setAttribute("role", "group");
    for (const link of chart.querySelectorAll("a")) {
      const shape = link.firstElementChild;
      const claim = claims[Number(shape.getAttribute("aria-label"))];
      shape.removeAttribute("aria-label");
      link.setAttribute("aria-label", [claim.label, ...claim.notes].join("; "));
      link.classList.toggle("disputed", claim.disputed);
      const show = () => tell(claim, link);
      link.addEventListener("pointerenter", show);
      link.addEventListener("focus", show);
      link.addEventListener("pointerleave", hideSoon);
      link.addEventListener("blur", hide);
    }
  }

  const tip = stage.querySelector(".tip");
  let leaving = 0;
  function tell(claim, link) {
    clearTimeout(leaving);
    const part = (tag, words, kind) => {
      const element = document.createElement(tag);
      if (kind) element.className = kind;
      element.textContent = words;
      return element;
    };
    tip.replaceChildren(
      part("strong", [claim.amount, ...claim.notes].join(", ")),
      part("q", claim.quote),
      part("span", `${claim.who}, ${claim.told}`, "soft"),
    );
    tip.hidden = false;
    const frame = stage.getBoundingClientRect();
    const bar = link.getBoundingClientRect();
    const box = tip.getBoundingClientRect();
    const left = Math.min(Math.max(0, bar.left + bar.width / 2 - frame.left - box.width / 2), frame.width - box.width);
    const above = bar.top - frame.top - box.height - 8;
    tip.style.left = `${Math.max(0, left)}px`;
    tip.style.top = `${bar.top - box.height - 8 < 0 ? bar.bottom - frame.top + 8 : above}px`;
  }
  const hide = () => { tip.hidden = true; };
  const hideSoon = () => { leaving = setTimeout(hide, 250); };
  tip.addEventListener("pointerenter", () => clearTimeout(leaving));
  tip.addEventListener("pointerleave", hideSoon);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

  stage.hidden = false;
  const panels = [...stage.querySelectorAll("[data-panel]")];
  const redraw = () => panels.forEach((figure) => draw(data.panels[Number(figure.dataset.panel)], figure));
  redraw();
  new ResizeObserver(redraw).observe(stage);
})();
