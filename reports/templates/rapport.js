// The page works without this: it adds the filter, opens what a link points at, and opens what
// needs someone before the page is printed.
(function () {
  "use strict";
  var form = document.querySelector(".filtres");
  var cases = Array.prototype.slice.call(document.querySelectorAll("details.cas"));
  var none = document.querySelector(".aucun");
  if (!form) { return; }
  form.hidden = false;

  function filter() {
    var shown = 0;
    cases.forEach(function (c) {
      var fits = ["verdict", "service", "version"].every(function (name) {
        var wanted = form.elements[name] ? form.elements[name].value : "";
        return !wanted || c.dataset[name] === wanted;
      });
      c.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    form.querySelector("output b").textContent = shown;
    none.hidden = shown > 0;
  }

  function follow() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.matches("details.cas")) { return; }
    if (target.hidden) { form.reset(); filter(); }
    target.open = true;
    target.scrollIntoView();
    target.querySelector("summary").focus({ preventScroll: true });
  }

  form.addEventListener("change", filter);
  form.addEventListener("click", function (e) {
    var wish = e.target.dataset.ouvrir;
    if (wish) { cases.forEach(function (c) { if (!c.hidden) { c.open = wish === "oui"; } }); }
  });
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = cases.filter(function (c) { return !c.open && !c.hidden && "constat" in c.dataset; });
    opened.forEach(function (c) { c.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (c) { c.open = false; });
  });
  window.addEventListener("hashchange", follow);
  filter();
  follow();
})();
