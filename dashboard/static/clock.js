// The clocks of emergencies: each counts on by itself from the seconds that the page gave it.
// A style sheet could count too, but would be worked out anew sixty times a second on every open page.
(() => {
  if (window.streifeClock) return;
  window.streifeClock = true;

  const begun = new WeakMap();
  const two = (number) => String(number).padStart(2, "0");

  function tick(clock) {
    if (!begun.has(clock)) begun.set(clock, performance.now());
    const passed = Number(clock.dataset.seconds) + Math.floor((performance.now() - begun.get(clock)) / 1000);
    const [hours, minutes, seconds] = [passed / 3600, (passed / 60) % 60, passed % 60].map(Math.floor);
    const told = [...(hours ? [hours] : []), minutes, seconds].map(two).join(":");
    if (clock.textContent !== told) clock.textContent = told;
  }

  setInterval(() => document.querySelectorAll(".acute-clock").forEach(tick), 250);
})();
