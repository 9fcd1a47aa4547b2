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

  window.addEventListener("keydown", (event) => {
    const dialog = form();
    if (dialog) return inForm(event, dialog);
    if (event.ctrlKey || event.metaKey || event.altKey || writes(document.activeElement) || !keysOn()) return;
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
    } else if (!dialog) {
      opened = null;
      if (place && document.activeElement === document.body) {
        const again = one(`.${CSS.escape(place)} :is(button, input, textarea, a)`);
        if (again && !again.disabled) again.focus({ preventScroll: true });
      }
    }
  }).observe(document.body, { childList: true, subtree: true });
})();
