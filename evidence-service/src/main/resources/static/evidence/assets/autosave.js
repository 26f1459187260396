// Saves a section of a self-assessment report while it is typed; without scripts its buttons do the same.
const QUIET_IN_MILLISECONDS = 3000;

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const status = form.querySelector("[data-autosave-status]");
  const version = form.querySelector("input[name=version]");
  let timer;
  let saving = false;
  let stopped = false;

  async function save() {
    if (saving || stopped) {
      return;
    }
    saving = true;
    const fields = new URLSearchParams(new FormData(form));
    fields.set("then", "autosave");
    try {
      const answer = await fetch(form.action, { method: "POST", body: fields, redirect: "manual" });
      if (answer.ok) {
        version.value = await answer.text();
        status.textContent = "Saved";
      } else {
        stopped = true;
        status.textContent = "Not saved. Select Save to see why.";
      }
    } catch {
      status.textContent = "Not saved. You may be offline.";
    }
    saving = false;
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, QUIET_IN_MILLISECONDS);
  });
  form.addEventListener("submit", () => {
    stopped = true;
    clearTimeout(timer);
  });
}
