// What the document does before and beside Streamlit. Written for browsers of long ago: the oldest
// ones have to read the sentence that they are too old.
(function (words) {
  "use strict";

  function say(lines) {
    var box = document.createElement("div");
    box.setAttribute("role", "alert");
    box.setAttribute("id", "carbonpeak-said");
    box.style.cssText = "margin:48px auto;max-width:720px;padding:0 16px;font:16px/1.7 sans-serif;";
    for (var i = 0; i < lines.length; i += 1) {
      var line = document.createElement("p");
      line.appendChild(document.createTextNode(lines[i]));
      box.appendChild(line);
    }
    document.body.insertBefore(box, document.body.firstChild);
    return box;
  }

  // Streamlit's own code needs this flag of regular expressions; without, its page stays empty.
  try {
    new RegExp("a", "v");
  } catch (fault) {
    say(words.old);
    return;
  }

  // The page says its language once it is drawn; a reader who switches it loads no new document.
  function follow() {
    var said = document.querySelector("[data-page-lang]");
    var tag = said && words.tags[said.getAttribute("data-page-lang")];
    if (tag && document.documentElement.lang !== tag) document.documentElement.lang = tag;
  }

  function patternsIn(lang) {
    return Object.keys(words.patterns[lang]).map(function (source) {
      return [new RegExp(source), words.patterns[lang][source]];
    });
  }
  var patternsOf = { zh: patternsIn("zh"), en: patternsIn("en") };

  function ours(text) {
    var plain = text.trim(), isChinese = document.documentElement.lang === words.tags.zh;
    if (!plain || !/[A-Za-z]/.test(plain)) return text;
    if (isChinese && Object.prototype.hasOwnProperty.call(words.chinese, plain)) return words.chinese[plain];
    var patterns = isChinese ? patternsOf.zh : patternsOf.en;
    for (var i = 0; i < patterns.length; i += 1) {
      if (patterns[i][0].test(plain)) return plain.replace(patterns[i][0], patterns[i][1]);
    }
    return text;
  }

  // What stood in a text or an attribute before it was put into our words: a reader who switches the
  // language back is told that again.
  var before = new WeakMap();

  function inOurs(node, name, value) {
    var kept = before.get(node) || {};
    var given = kept[name] && kept[name].ours === value ? kept[name].given : value;
    var found = ours(given);
    kept[name] = { given: given, ours: found };
    if (found !== given) before.set(node, kept);
    return found;
  }

  function put(node) {
    if (node.nodeType === 3) {
      var found = inOurs(node, "", node.nodeValue);
      if (found !== node.nodeValue) node.nodeValue = found;
      return;
    }
    if (node.nodeType !== 1) return;
    // A chart is said by the words of its figure; its signs and digits read one by one say nothing.
    if (node.classList.contains("main-svg")) node.setAttribute("aria-hidden", "true");
    ["aria-label", "title", "placeholder"].forEach(function (name) {
      var value = node.getAttribute(name);
      var found = value && inOurs(node, name, value);
      if (found && found !== value) node.setAttribute(name, found);
    });
  }

  function putAll(root) {
    put(root);
    var walker = document.createTreeWalker(root, 5); // elements and texts
    while (walker.nextNode()) put(walker.currentNode);
  }

  function seen(changes) {
    var lang = document.documentElement.lang;
    follow();
    if (lang !== document.documentElement.lang) { putAll(document.body); return; }
    changes.forEach(function (change) {
      if (change.type !== "childList") put(change.target);
      change.addedNodes.forEach(putAll);
    });
  }

  new MutationObserver(seen).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true,
    attributes: true, attributeFilter: ["aria-label", "title", "placeholder", "data-page-lang"],
  });

  // On a small screen the list of pages lies over the page: once one is chosen, it goes away.
  var SMALL_PX = 768;
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest('[data-testid="stSidebar"] a');
    var close = document.querySelector('[data-testid="stSidebarCollapseButton"] button');
    if (link && close && window.innerWidth <= SMALL_PX) setTimeout(function () { close.click(); }, 0);
  });

  // Charts have the size of the window in which they were drawn: on paper they are fitted to it, and
  // the foot of each page says where it is from, and when it was printed.
  var foot = document.createElement("style");

  function written(text) {
    return '"' + text.replace(/["\\\n]/g, function (sign) { return encodeURIComponent(sign); }) + '"';
  }

  function twoDigits(number) { return (number < 10 ? "0" : "") + number; }

  window.addEventListener("beforeprint", function () {
    document.querySelectorAll(".svg-container").forEach(function (chart) {
      // As the chart was drawn: the page may be laid out for paper already.
      var width = parseFloat(chart.style.width), height = parseFloat(chart.style.height);
      if (!width || !height) return;
      chart.style.setProperty("--drawn-width", width + "px");
      chart.style.setProperty("--drawn-ratio", width + " / " + height);
      chart.querySelectorAll(".main-svg").forEach(function (drawing) {
        drawing.setAttribute("viewBox", "0 0 " + width + " " + height);
      });
    });
    var now = new Date();
    var day = [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join("-");
    var words = "font: 7.5pt sans-serif; color: #5C5C5C;";
    foot.textContent = "@page { @bottom-left { content: " + written(location.href) + "; " + words + " }"
      + " @bottom-right { content: " + written(day + " · ") + ' counter(page) "/" counter(pages); ' + words + " } }";
    document.head.appendChild(foot);
  });

  window.addEventListener("afterprint", function () {
    foot.remove();
    document.querySelectorAll(".svg-container .main-svg").forEach(function (drawing) {
      drawing.removeAttribute("viewBox");
    });
  });

  // A page whose server cannot be reached shows grey bars for ever: say so, until it has come.
  var PATIENCE_MS = 20000;
  setTimeout(function () {
    if (document.querySelector("[data-page-lang]")) return;
    var box = say(words.unreached);
    new MutationObserver(function (_, watch) {
      if (!document.querySelector("[data-page-lang]")) return;
      box.remove();
      watch.disconnect();
    }).observe(document.documentElement, { subtree: true, childList: true });
  }, PATIENCE_MS);
})(WORDS);
