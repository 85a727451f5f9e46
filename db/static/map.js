/* Draws a map with Leaflet: the incidents of the JSON block #map-data on an outline of the world that is
part of this site (Natural Earth, public domain). Tiles are asked for only where the site's owner set them.
Without this script the page has the same incidents as a list. */
"use strict";

(() => {
  const block = document.getElementById("map-data");
  const holder = document.getElementById("map");
  if (!block || !holder || !window.L || !window.topojson) return;
  const data = JSON.parse(block.textContent);
  if (!data.points.length) return;
  holder.hidden = false;

  const text = (tag, words, kind) => {
    const element = document.createElement(tag);
    if (kind) element.className = kind;
    element.textContent = words;
    return element;
  };

  const map = L.map(holder, {
    scrollWheelZoom: false, zoomSnap: 0.25, minZoom: 0.5, maxZoom: data.tiles ? 16 : 9,
    maxBounds: [[-85, -200], [85, 200]], attributionControl: false, fadeAnimation: false,
    zoomAnimation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  });
  const credit = document.createElement("span");
  credit.append(text("span", data.tiles ? data.tiles.attribution : "Outline: Natural Earth"));
  L.control.attribution({ prefix: false }).addTo(map).addAttribution(credit.innerHTML);

  const main = data.points.filter((point) => point.main);
  const bounds = L.latLngBounds(data.points.map((point) => point.at));
  if (main.length) map.setView(main[0].at, holder.clientWidth < 320 ? 4 : 4.75);
  else map.fitBounds(bounds.pad(0.08), { maxZoom: 5 });

  if (data.tiles) L.tileLayer(data.tiles.address).addTo(map);
  else {
    fetch(data.outline)
      .then((answer) => answer.json())
      .then((world) => outline(topojson.feature(world, world.objects.countries)));
  }

  /* ---- The outline, and the names of the countries that have room for theirs ---- */

  /* A ring that crosses the line of 180 degrees goes on beyond it, instead of back around the world. */
  function unbroken(country) {
    const { type, coordinates } = country.geometry;
    for (const polygon of type === "Polygon" ? [coordinates] : coordinates) {
      for (const ring of polygon) {
        if (!ring.some(([east], place) => place && Math.abs(east - ring[place - 1][0]) > 180)) continue;
        for (const point of ring) if (point[0] < 0) point[0] += 360;
      }
    }
    return country;
  }

  function outline(world) {
    const names = [];
    const countries = world.features.filter((country) => country.properties.name !== "Antarctica").map(unbroken);
    L.geoJSON(countries, {
      interactive: false,
      style: { className: "land", weight: 0.75, fillOpacity: 1 },
      onEachFeature: (country, layer) => {
        const rings = layer.getLatLngs().map((part) => (Array.isArray(part[0]) ? part[0] : part));
        const size = (ring) => {
          const box = L.latLngBounds(ring);
          return (box.getEast() - box.getWest()) * (box.getNorth() - box.getSouth());
        };
        const largest = rings.reduce((one, other) => (size(other) > size(one) ? other : one));
        names.push({ name: country.properties.name, ring: largest, box: L.latLngBounds(largest), size: size(largest) });
      },
    }).addTo(map);
    names.sort((a, b) => b.size - a.size);
    const shown = L.layerGroup().addTo(map);
    const write = () => {
      shown.clearLayers();
      const taken = data.points.map(({ at, main }) => {
        const { x, y } = map.latLngToContainerPoint(at);
        return { west: x - 16, east: x + (main ? 110 : 16), north: y - 16, south: y + 16 };
      });
      for (const { name, ring, box } of names) {
        if (!map.getBounds().intersects(box)) continue;
        const west = map.latLngToContainerPoint(box.getSouthWest());
        const east = map.latLngToContainerPoint(box.getNorthEast());
        const width = name.length * 7 + 8;
        if (east.x - west.x < width * 0.9 || west.y - east.y < 18) continue;
        const centre = L.PolyUtil.polygonCenter(ring, map.options.crs);
        const { x, y } = map.latLngToContainerPoint(centre);
        const place = { west: x - width / 2, east: x + width / 2, north: y - 9, south: y + 9 };
        const clear = (other) =>
          place.east <= other.west || other.east <= place.west || place.south <= other.north || other.south <= place.north;
        if (!taken.every(clear)) continue;
        taken.push(place);
        L.marker(centre, {
          interactive: false, keyboard: false,
          icon: L.divIcon({ className: "country-name", html: text("span", name), iconSize: [0, 0] }),
        }).addTo(shown);
      }
      holder.querySelectorAll(".country-name").forEach((label) => label.setAttribute("aria-hidden", "true"));
    };
    map.on("zoomend moveend", write);
    write();
    holder.dataset.drawn = "outline";
  }

  /* ---- The incidents; those that stand close together are one marker that opens ---- */

  const cluster = L.markerClusterGroup({
    showCoverageOnHover: false, maxClusterRadius: 34, animate: false,
    iconCreateFunction: (group) => {
      const count = group.getChildCount();
      const label = text("span", String(count), "count");
      label.append(text("span", " incidents close together: show them", "for-ears"));
      const wide = count > 99 ? 44 : count > 9 ? 36 : 30;
      return L.divIcon({ className: "incidents", html: label, iconSize: [wide, wide] });
    },
  });
  for (const point of data.points) {
    const icon = L.divIcon({
      className: point.main ? "incident main" : "incident", html: text("span", "", "dot"), iconSize: [24, 24],
    });
    const marker = L.marker(point.at, { icon, title: point.label, alt: point.label, zIndexOffset: point.main ? 1000 : 0 });
    const box = document.createElement("div");
    if (point.main) box.append(text("strong", point.label));
    else {
      const link = text("a", point.label);
      link.href = `${data.incidents}/${point.id}`;
      box.append(link);
    }
    box.append(text("p", [point.where, point.when].filter(Boolean).join(" · ")));
    marker.bindPopup(box);
    marker.on("add", () => {
      const element = marker.getElement();
      element.setAttribute("aria-label", point.label);
      element.dataset.incident = point.id;
    });
    if (point.main) {
      marker.bindTooltip(text("span", point.where.split(",")[0]), {
        permanent: true, direction: "right", offset: [10, 0], className: "place-name",
      });
      marker.addTo(map);
    } else cluster.addLayer(marker);
  }
  map.addLayer(cluster);
  map.on("popupopen", ({ popup }) => {
    const link = popup.getElement().querySelector("a[href^='/'], a[href^='http']");
    if (link && holder.contains(document.activeElement)) link.focus();
  });
})();
