(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const controls = document.querySelector(".controls");
  const lists = [...document.querySelectorAll(".people")];

  const number = (item, key) => {
    const value = Number.parseFloat(item.dataset[key]);
    return Number.isNaN(value) ? null : value;
  };
  const change = (item) => {
    const before = number(item, "before");
    const after = number(item, "after");
    return before === null || after === null ? 0 : Math.abs(after - before);
  };
  const name = (a, b) => a.dataset.name.localeCompare(b.dataset.name);
  const most = (key) => (a, b) => (number(b, key) ?? -Infinity) - (number(a, key) ?? -Infinity) || name(a, b);
  const orders = {
    name,
    before: most("before"),
    after: most("after"),
    change: (a, b) => change(b) - change(a) || name(a, b),
  };

  const update = () => {
    const wanted = byId("people-find").value.trim().toLocaleLowerCase();
    const changedOnly = byId("people-changed")?.checked ?? false;
    let shown = 0;
    let all = 0;
    for (const list of lists) {
      const items = [...list.children].sort(orders[byId("people-order").value]);
      for (const item of items) {
        const fits = item.dataset.name.toLocaleLowerCase().includes(wanted);
        item.hidden = !fits || (changedOnly && change(item) === 0);
        shown += item.hidden ? 0 : 1;
        all += 1;
      }
      list.append(...items);
    }
    byId("people-shown").textContent = shown === all ? "" : `${shown} of ${all} shown`;
  };

  if (controls !== null) {
    controls.hidden = false;
    controls.addEventListener("input", update);
  }

  // Paper cannot be clicked: everything is opened for it, and closed again after.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach((details) => (details.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((details) => (details.open = false)));
})();
