// Saves a section of a self-assessment report while it is typed; without scripts its buttons do the same.
const QUIET_IN_MILLISECONDS = 3000;

for (const form of document.querySelectorAll("form[data-autosave]")) {
  const status = form.querySelector("[data-autosave-status]");
  const version = form.querySelector("input[name=version]");
  let timer;
  let saving; // The save under way, while there is one.
  let stopped = false;

  async function send() {
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
    saving = undefined;
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(save, QUIET_IN_MILLISECONDS);
  }

  function save() {
    if (saving) {
      later(); // What was typed since it began is not in it.
    } else if (!stopped) {
      saving = send();
    }
  }

  form.addEventListener("input", later);
  form.addEventListener("submit", (event) => {
    stopped = true;
    clearTimeout(timer);
    if (saving) {
      // Its answer brings the version that this submission has to name.
      event.preventDefault();
      const button = event.submitter ?? undefined;
      saving.then(() => form.requestSubmit(button));
    }
  });
}
