// The keys of the triage. Streamlit's shortcuts name them on the buttons; this script makes them certain:
// while a page is drawn they wait, behind an open form they rest, and a form needs no mouse.
// It only presses what stands on the page, so it can do nothing that a click could not.
(() => {
  if (window.streifeKeys) return;
  window.streifeKeys = true;

  const PATIENCE = 6000, MOST_WAITING = 3, PAUSE = 700;
  const BUTTONS = {
    j: ["go_next"], k: ["go_previous"], u: ["do_confirm-tip", "bulk_confirm-tip"],
    g: ["do_hand-over", "bulk_hand-over"], a: ["do_answer"], f: ["do_open-case", "bulk_open-case"],
    e: ["do_dismiss", "bulk_dismiss"], b: ["do_correct"], h: ["do_confirm-harmless"], z: ["undo"],
    x: ["pick"], X: ["pick_to_here"], i: ["claim"], "?": ["key_help"],
  };
  const FORMS = "gef", KNOWN = [...Object.keys(BUTTONS), "t", "o", "Enter"];
  const FIELDS = 'input:not([type="hidden"]):not(:disabled), textarea:not(:disabled)';

  const one = (css, from = document) => from.querySelector(css);
  const form = () => [...document.querySelectorAll('[data-testid="stDialog"]')].pop();
  const draws = () => one('[data-testid="stApp"]:not([data-test-script-state="notRunning"])');
  let on = false;  // whether single keys are switched on, as far as the page last showed
  const keysOn = () => { if (!draws() || one(".st-key-key_help")) on = !!one(".st-key-key_help"); return on; };
  const stop = (event) => { event.preventDefault(); event.stopImmediatePropagation(); };
  const writes = (el) => el && (el.isContentEditable || el.tagName === "TEXTAREA" ||
    (el.tagName === "INPUT" && !["checkbox", "radio", "range", "button"].includes(el.type)));
  const sender = (dialog) => one('[class*="st-key-send_"] button[kind="primary"]:not(:disabled)', dialog) ||
    one('[class*="st-key-send_"] button:not(:disabled)', dialog);
  const quick = (dialog, key) =>
    dialog.querySelectorAll('[class*="st-key-quick_"] button')[Number(key) - 1];

  function button(key) {
    if (key === "t") return one('.st-key-message [class*="st-key-unmask_"] button');
    if (key === "o" || key === "Enter") return one(".st-key-message") ? null : one(".st-key-go_next button");
    const names = BUTTONS[key] || [];
    return names.map((name) => one(`.st-key-${CSS.escape(name)} button`)).find((found) => found);
  }

  // Pressed in a form as soon as it stands still, and only while it is that form.
  function inStill(dialog, find, until = performance.now() + PATIENCE) {
    if (dialog !== form() || performance.now() > until) return;
    const found = !draws() && find();
    if (found) found.click();
    else setTimeout(() => inStill(dialog, find, until), 40);
  }

  // What is being written is handed in before the form is sent.
  function send(dialog) {
    const at = document.activeElement;
    if (writes(at)) at.blur();
    setTimeout(() => inStill(dialog, () => sender(dialog)), 30);
  }

  function inForm(event, dialog) {
    const at = document.activeElement, plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      if (sender(dialog)) { stop(event); send(dialog); }
    } else if (event.key === "Enter" && !event.shiftKey) {
      const open = at && at.getAttribute("aria-expanded") === "true";
      if (!(sender(dialog) || expects()) || open || (at && ["TEXTAREA", "BUTTON"].includes(at.tagName))) return;
      stop(event);
      send(dialog);
    } else if (plain && !writes(at) && event.key.length === 1 && event.key !== " ") {
      // A form that has only just opened may not have drawn its reasons yet.
      const reason = /[1-9]/.test(event.key) && (quick(dialog, event.key) || expects());
      stop(event);  // the page behind the form hears nothing
      if (reason) inStill(dialog, () => quick(dialog, event.key));
    }
  }

  // Whoever types faster than the form opens loses nothing: "e3" waits for the form and then means it.
  let ahead = [], asked = -PATIENCE, waiting = [];
  const expects = () => performance.now() - asked < PATIENCE;
  function replay(dialog) {
    const [key] = expects() ? ahead : [];
    [ahead, asked] = [[], -PATIENCE];
    if (key === "Enter") send(dialog);
    else if (key && quick(dialog, key)) inStill(dialog, () => quick(dialog, key));
  }

  function press(key, then = []) {
    const found = button(key);
    if (!found || found.disabled) return;
    [ahead, asked] = [then, FORMS.includes(key) ? performance.now() : -PATIENCE];
    found.click();
  }

  // A key pressed while the page is drawn is meant for what comes: it waits until its button stands there.
  let ticking = 0;
  function goOn() {
    ticking = 0;
    const [next] = waiting;
    if (!next) return;
    const stale = form() || performance.now() - next.at > PATIENCE;
    if (stale || (!draws() && button(next.key))) {
      waiting.shift();
      if (!stale) press(next.key, next.then);
    }
    ticking = setTimeout(goOn, 60);
  }
  function later(key) {
    if (waiting.length < MOST_WAITING) waiting.push({ key, then: [], at: performance.now() });
    if (!ticking) ticking = setTimeout(goOn, 60);
  }

  window.addEventListener("keydown", (event) => {
    const dialog = form(), at = document.activeElement;
    if (dialog) return inForm(event, dialog);
    if (event.ctrlKey || event.metaKey || event.altKey || writes(at) || !keysOn()) return;
    const letter = event.key.length === 1 && !(event.key === "X" && event.shiftKey);
    const key = letter ? event.key.toLowerCase() : event.key;
    const search = one(".st-key-filter_search input");
    if (key === "/" && search) { stop(event); search.focus(); return; }
    const last = waiting[waiting.length - 1];
    const meant = last && FORMS.includes(last.key) ? last.then : expects() && ahead;
    if (meant && /^([1-9]|Enter)$/.test(key)) { stop(event); meant.push(key); return; }
    if (key === "Enter" && at && at !== document.body) return;
    if (!KNOWN.includes(key)) return;
    stop(event);
    if (waiting.length || draws() || !button(key)) later(key);
    else press(key);
  }, true);

  // What is being written is also handed in while it is written, so that a reload loses nothing.
  let pause;
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (!writes(field) || !field.closest('[class*="st-key-pad-"]')) return;
    clearTimeout(pause);
    pause = setTimeout(() => {
      if (field.isConnected) field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
    }, PAUSE);
  }, true);

  // A form opens with its first field at hand; what had the focus before a drawing has it after it.
  let opened = null, place = null;
  function settle(dialog, tries, ours = null) {  // `ours` has the focus from us, not from the reader
    if (dialog !== form()) return;
    const at = document.activeElement, field = firstOf(dialog);
    const idle = !at || at === document.body || at.getAttribute("role") === "dialog" || !dialog.contains(at);
    if (field && (idle || (at === ours && field !== ours))) field.focus({ preventScroll: true });
    if (field && document.activeElement === field) ours = field;
    if (tries) setTimeout(() => settle(dialog, tries - 1, ours), 120);  // its parts come one after the other
  }
  const STOPS = "button, input, textarea, a";
  function placeOf(el) {
    const box = el.closest('[class*="st-key-"]');
    const name = box && [...box.classList].find((one) => one.startsWith("st-key-"));
    return name ? { name, at: [...box.querySelectorAll(STOPS)].indexOf(el) } : null;
  }
  // Asked for a moment later, as a drawing may come between one element losing the focus and the next taking it.
  let returning = 0;
  function giveBack() {
    returning = 0;
    if (form() || !place || document.activeElement !== document.body) return;
    const box = one(`.${CSS.escape(place.name)}`);
    const again = box && [...box.querySelectorAll(STOPS)][place.at];
    if (again && !again.disabled) again.focus({ preventScroll: true });
  }
  const firstOf = (dialog) => one('[class*="st-key-first_"] :is(input, textarea, button)', dialog) ||
    one(FIELDS, dialog) || sender(dialog);
  document.addEventListener("focusin", (event) => { place = placeOf(event.target); }, true);
  document.addEventListener("pointerdown", () => { place = null; }, true);
  new MutationObserver(() => {
    const dialog = form();
    if (dialog && dialog !== opened) {
      if (!firstOf(dialog) || (expects() && !sender(dialog))) return;
      opened = dialog;
      settle(dialog, 12);
      replay(dialog);
    } else if (!dialog) {
      opened = null;
      if (!returning) returning = setTimeout(giveBack, 40);
    }
  }).observe(document.body, { childList: true, subtree: true });
})();
