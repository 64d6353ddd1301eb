// The colours that somebody chose here; without a choice, those of the system.
(() => {
  try {
    const chosen = localStorage.getItem('palindrome.theme');
    if (chosen === 'light' || chosen === 'dark') {
      document.documentElement.dataset.theme = chosen;
    }
  } catch {
    // A browser that keeps nothing for us shows the system's colours.
  }
})();
