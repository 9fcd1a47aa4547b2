// What Streamlit's own shortcuts leave open: "/", "?", Enter, keys behind an open form, and focus.
// It only presses what stands on the page, so it can do nothing that a click could not.
(() => {
  if (window.streifeKeys) return;
  window.streifeKeys = true;

  const one = (css, from = document) => from.querySelector(css);
  const form = () => [...document.querySelectorAll('[data-testid="stDialog"]')].pop();
  const writes = (el) => el && (el.isContentEditable || el.tagName === "TEXTAREA" ||
    (el.tagName === "INPUT" && !["checkbox", "radio", "range", "button"].includes(el.type)));
  const keysOn = () => one(".st-key-key_help");
  const press = (css) => {
    const button = one(css);
    if (!button || button.disabled) return false;
    button.click();
    return true;
  };
  const stop = (event) => { event.preventDefault(); event.stopImmediatePropagation(); };
  const sender = (dialog) => one('[class*="st-key-send_"] button[kind="primary"]:not(:disabled)', dialog);

  function inForm(event, dialog) {
    const at = document.activeElement, plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "Enter" && plain && !event.shiftKey) {
      const list = at && at.getAttribute("role") === "combobox";
      if (at && (at.tagName === "TEXTAREA" || at.tagName === "BUTTON") || !sender(dialog)) return;
      if (list && at.getAttribute("aria-expanded") === "true") return;
      if (list) stop(event);
      setTimeout(() => { const send = sender(dialog); if (send) send.click(); }, list ? 0 : 30);
    } else if (plain && !writes(at) && event.key.length === 1 && !/[0-9 ]/.test(event.key)) {
      stop(event);  // the page behind the form hears no letters
    }
  }

  // Whoever types faster than the form opens loses nothing: "e3" waits for the form and then means it.
  const FORMS = { e: "dismiss", g: "hand-over", f: "open-case" }, PATIENCE = 4000;
  let ahead = [], asked = 0;
  const waits = () => performance.now() - asked < PATIENCE;
  function replay(dialog) {
    const keys = waits() ? ahead : [];
    [ahead, asked] = [[], 0];
    for (const key of keys) {
      const pressed = key === "Enter" ? sender(dialog)
        : dialog.querySelectorAll('[class*="st-key-quick_"] button')[Number(key) - 1];
      if (pressed) return setTimeout(() => pressed.click(), 0);
    }
  }

  // A key pressed while the page is being drawn waits until that is done: it is meant for what comes.
  const BUTTONS = {
    j: "go_next", k: "go_previous", u: "confirm-tip", g: "hand-over", a: "answer", f: "open-case", e: "dismiss",
    z: "undo", x: "pick", i: "claim", t: "unmask_", h: "do_confirm-harmless", b: "do_correct",
  };
  const MOST_WAITING = 3;
  let waiting = [];
  const draws = () => one('[data-testid="stApp"]:not([data-test-script-state="notRunning"])');
  function goOn() {
    if (!waiting.length || draws()) return;
    const { key, at } = waiting.shift(), dialog = form();
    if (!dialog && performance.now() - at < PATIENCE) {
      if (FORMS[key]) [ahead, asked] = [[], performance.now()];
      press(["do_", "bulk_", ""].map((kind) => `[class*="st-key-${kind}${BUTTONS[key]}"] button`).join(", "));
    }
    setTimeout(goOn, 60);
  }

  window.addEventListener("keydown", (event) => {
    const dialog = form();
    if (dialog) return inForm(event, dialog);
    if (event.ctrlKey || event.metaKey || event.altKey || writes(document.activeElement) || !keysOn()) return;
    if (waits() && /^([1-9]|Enter)$/.test(event.key)) { ahead.push(event.key); return stop(event); }
    if (BUTTONS[event.key] && draws()) {
      if (waiting.length < MOST_WAITING) waiting.push({ key: event.key, at: performance.now() });
      return stop(event);
    }
    const name = FORMS[event.key.toLowerCase()];
    if (name && one(`.st-key-do_${name} button, .st-key-bulk_${name} button`)) [ahead, asked] = [[], performance.now()];
    else if (event.key.length === 1) [ahead, asked] = [[], 0];
    const idle = !document.activeElement || document.activeElement === document.body;
    const open = one(".st-key-message");
    if (event.key === "?" && press(".st-key-key_help button")) stop(event);
    else if (event.key === "/" && one(".st-key-search input")) { one(".st-key-search input").focus(); stop(event); }
    else if (!open && (event.key === "o" || (event.key === "Enter" && idle)) &&
             press(".st-key-go_next button")) stop(event);
  }, true);

  // What is being written is handed in while it is written, so that a reload loses nothing.
  let pause;
  document.addEventListener("input", (event) => {
    const field = event.target;
    if (!writes(field) || !field.closest('[class*="st-key-pad-"]')) return;
    clearTimeout(pause);
    pause = setTimeout(() => {
      if (field.isConnected) field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
    }, 700);
  }, true);

  // A form opens with its first field at hand; what had the focus before a drawing has it after it.
  let opened = null, place = null;
  const named = (el) => {
    const box = el.closest('[class*="st-key-"]');
    return box && [...box.classList].find((name) => name.startsWith("st-key-"));
  };
  document.addEventListener("focusin", (event) => { place = named(event.target) || null; }, true);
  document.addEventListener("pointerdown", () => { place = null; }, true);
  const first = 'input:not([type="hidden"]):not(:disabled), textarea:not(:disabled), ' +
    '[class*="st-key-quick_"] button, [class*="st-key-send_"] button';
  new MutationObserver(() => {
    const dialog = form();
    if (dialog && dialog !== opened) {
      const field = one('[class*="st-key-first"] ' + ":is(input, textarea, button)", dialog) || one(first, dialog);
      if (!field) return;
      opened = dialog;
      field.focus({ preventScroll: true });
      replay(dialog);
    } else if (!dialog) {
      opened = null;
      if (place && document.activeElement === document.body) {
        const again = one(`.${CSS.escape(place)} :is(button, input, textarea, a)`);
        if (again && !again.disabled) again.focus({ preventScroll: true });
      }
    }
    if (waiting.length) setTimeout(goOn, 60);
  }).observe(document.body, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["data-test-script-state"],
  });
})();
