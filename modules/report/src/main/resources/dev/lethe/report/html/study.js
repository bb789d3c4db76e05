(() => {
  "use strict";
  const value = (row, column, numeric) => {
    const text = row.children[column].dataset.sort;
    return numeric ? (text === "" ? null : Number.parseFloat(text)) : text;
  };
  const compare = (a, b, numeric) => {
    if (a === null || b === null) {
      return (a === null) - (b === null);
    }
    return numeric ? a - b : a.localeCompare(b, "en", { numeric: true });
  };
  for (const table of document.querySelectorAll(".sorts")) {
    const headings = [...table.querySelectorAll("thead th")];
    headings.forEach((heading, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => {
        const down = heading.getAttribute("aria-sort") === "ascending";
        headings.forEach((each) => each.removeAttribute("aria-sort"));
        heading.setAttribute("aria-sort", down ? "descending" : "ascending");
        const numeric = heading.classList.contains("number");
        const rows = [...table.tBodies[0].rows];
        const order = (a, b) => compare(value(a, column, numeric), value(b, column, numeric), numeric);
        rows.sort((a, b) => (down ? order(b, a) : order(a, b)));
        table.tBodies[0].append(...rows);
      });
    });
  }
})();
