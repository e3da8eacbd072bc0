// Draws what the server put into data-chart; a table beside it says the same.
(function () {
  "use strict";
  var dark = window.matchMedia("(prefers-color-scheme: dark)");

  function draw(place) {
    var old = echarts.getInstanceByDom(place);
    if (old) {
      old.dispose();
    }
    var option = JSON.parse(place.dataset.chart);
    option.backgroundColor = "transparent";
    option.animation = false;
    // Tooltips made of HTML would need inline styles, which the policy forbids.
    option.tooltip = Object.assign({ trigger: "axis" }, option.tooltip, { renderMode: "richText" });
    var chart = echarts.init(place, dark.matches ? "dark" : null);
    chart.setOption(option);
  }

  function drawAll(within) {
    if (within.matches && within.matches("[data-chart]")) {
      draw(within);
    }
    within.querySelectorAll("[data-chart]").forEach(draw);
  }

  document.addEventListener("DOMContentLoaded", function () {
    drawAll(document);
  });
  // New numbers come in with everything folded: what a reader has unfolded stays so.
  var unfolded = [];
  document.addEventListener("htmx:sseBeforeMessage", function (event) {
    unfolded = Array.from(event.target.querySelectorAll("details[open][id]"), function (one) {
      return one.id;
    });
  });
  document.addEventListener("htmx:sseMessage", function () {
    unfolded.forEach(function (id) {
      var one = document.getElementById(id);
      if (one) {
        one.open = true;
      }
    });
  });
  document.addEventListener("htmx:load", function (event) {
    if (event.detail.elt !== document.body) {
      drawAll(event.detail.elt);
    }
  });
  dark.addEventListener("change", function () {
    drawAll(document);
  });
  window.addEventListener("resize", function () {
    document.querySelectorAll("[data-chart]").forEach(function (place) {
      var chart = echarts.getInstanceByDom(place);
      if (chart) {
        chart.resize();
      }
    });
  });
})();
