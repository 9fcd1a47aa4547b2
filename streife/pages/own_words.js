// Streamlit speaks English only. This puts the reader's words over those of Streamlit's that stand in
// the table, and keeps the language of the page, of calendars and of the next visit in step. It reads
// attributes and texts that Streamlit wrote itself; what people wrote (stText, stMarkdownContainer and
// fields) it never touches.
"use strict";
(() => {
  const root = document.documentElement;
  const FOREIGN = "[data-testid=stText], [data-testid=stMarkdownContainer], [data-testid=stCode], textarea, svg, canvas, style, script";
  const OWN = "[data-testid=stFileUploaderDropzone] button";
  const SAID = ["aria-label", "aria-valuetext", "placeholder", "alt", "title"];
  const CHOSEN = "[class*='st-key-language_chosen_']";
  const A_YEAR = 365 * 24 * 3600;
  const known = new Map();
  let table = new Map();
  let shapes = [];
  let loaded = "";

  // Calendars ask the browser which language it speaks; it shall speak the reader's.
  Object.defineProperty(navigator, "language", { get: () => root.lang });
  Object.defineProperty(navigator, "languages", { get: () => [root.lang] });

  const foreign = (element) => element.closest(FOREIGN) !== null && element.closest(OWN) === null;

  const shape = ([said, instead]) => {
    const [before, after] = said.split("*");
    return { before, after, instead };
  };

  const inWords = (day, how) => new Intl.DateTimeFormat(root.lang, how).format(day);

  const moment = (words) => {
    const day = /^[A-Z][a-z]+ \d{1,2}, \d{4}$/.test(words) ? new Date(words) : null;
    return day ? inWords(day, { dateStyle: "long" }) : translated(words) ?? words;
  };

  // The part of a date field that holds the month says "03 – March".
  const month = (words) => {
    const [, number, name] = /^(\d{1,2} – )([A-Z][a-z]+)$/.exec(words) ?? [];
    const day = new Date(`${name} 1, 2000`);
    return Number.isNaN(day.getTime()) ? null : number + inWords(day, { month: "long" });
  };

  const translated = (said) => {
    const whole = said.trim();
    if (whole === "" || whole.length > 300) return null;
    if (table.has(whole)) return said.replace(whole, () => table.get(whole));
    const fit = shapes.find((s) => whole.length > s.before.length + s.after.length && whole.startsWith(s.before) && whole.endsWith(s.after));
    return fit ? fit.instead.replace("*", () => moment(whole.slice(fit.before.length, whole.length - fit.after.length))) : month(whole);
  };

  const attribute = (element, name) => {
    const said = element.getAttribute(name);
    if (said === null || (name === "title" && foreign(element))) return;
    if (name === "aria-label" && element.getAttribute("role") === "img" && said.endsWith(" icon")) {
      // An icon stands beside the word that says the same: read aloud it would be noise.
      element.removeAttribute("aria-label");
      element.setAttribute("aria-hidden", "true");
      return;
    }
    const instead = translated(said);
    if (instead !== null && instead !== said) element.setAttribute(name, instead);
  };

  const text = (node) => {
    if (!node.parentElement || foreign(node.parentElement)) return;
    const instead = translated(node.nodeValue);
    if (instead !== null && instead !== node.nodeValue) node.nodeValue = instead;
  };

  const subtree = (top) => {
    if (top.nodeType === Node.TEXT_NODE) return text(top);
    if (top.nodeType !== Node.ELEMENT_NODE) return;
    for (const name of SAID) {
      attribute(top, name);
      for (const element of top.querySelectorAll(`[${name}]`)) attribute(element, name);
    }
    if (foreign(top)) return;
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
      node.nodeType === Node.ELEMENT_NODE ? (foreign(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP) : NodeFilter.FILTER_ACCEPT);
    while (walker.nextNode()) text(walker.currentNode);
  };

  // What stands there already may be in the language left behind: that is translated too.
  const learn = async (language) => {
    if (language === loaded) return;
    loaded = language;
    const answer = await fetch(`/streife/words/${language}.json`);
    if (!answer.ok) return;
    const words = await answer.json();
    for (const [seen, said] of Object.entries(words).map(([said, instead]) => [instead, said])) known.set(seen, said);
    const told = [...Object.entries(words), ...[...known].map(([seen, said]) => [seen, words[said]])];
    table = new Map(told.filter(([said]) => !said.includes("*")));
    shapes = told.filter(([said, instead]) => said.includes("*") && said !== instead).map(shape);
    subtree(document.body);
  };

  // The account menu carries the chosen language in its class.
  const choice = () => {
    const name = document.querySelector(CHOSEN)?.className.match(/st-key-language_chosen_([a-z]{2})/);
    if (!name || name[1] === root.lang) return;
    root.lang = name[1];
    document.cookie = `streife_language=${name[1]}; path=/; max-age=${A_YEAR}; samesite=lax`;
    window.dispatchEvent(new Event("languagechange"));
    learn(name[1]);
  };

  const seen = (changes) => {
    choice();
    for (const change of changes) {
      if (change.type === "attributes") attribute(change.target, change.attributeName);
      else if (change.type === "characterData") text(change.target);
      else change.addedNodes.forEach(subtree);
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    const kinds = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: SAID };
    new MutationObserver(seen).observe(document.body, kinds);
    learn(root.lang);
  });
})();
